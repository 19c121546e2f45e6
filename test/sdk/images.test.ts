import { type Args, type Case, checkCases, HERE } from '../support/sdk.ts';

/** The repository of a function's image: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html */

const SOURCE = 'lambda/latest/dg/images-create.html#gettingstarted-images-permissions';
const FUNCTION = { 'lambda:UpdateFunctionCode': [`arn:aws:lambda:${HERE}:function:f`] };

function update(name: string, args: Args, own: string | undefined, other: string | undefined): Case {
  return {
    name,
    source: SOURCE,
    api: 'lambda:updateFunctionCode',
    args: { FunctionName: 'f', ...args },
    needs: {
      ...(other === undefined ? {} : { 'ecr:BatchGetImage': [other], 'ecr:GetDownloadUrlForLayer': [other] }),
      ...(own === undefined ? {} : { 'ecr:GetRepositoryPolicy': [own], 'ecr:SetRepositoryPolicy': [own] }),
      ...FUNCTION,
    },
  };
}

const repository = (name: string, place = HERE) => `arn:aws:ecr:${place}:repository/${name}`;
const OWN = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
const OTHER = '444455556666.dkr.ecr.eu-west-1.amazonaws.com';

checkCases({
  'a function’s image': [
    update('has a tag', { ImageUri: `${OWN}/app:1.2` }, repository('app'), undefined),
    update('has a digest', { ImageUri: `${OWN}/team/app@sha256:0a` }, repository('team/app'), undefined),
    update('has neither', { ImageUri: `${OWN}/app` }, repository('app'), undefined),
    update(
      'is another account’s, which the call cannot let Lambda read',
      { ImageUri: `${OTHER}/app:1` },
      undefined,
      repository('app', 'eu-west-1:444455556666'),
    ),
    update(
      'has a tag that only a run tells',
      { 'ImageUri.$': `States.Format('${OWN}/app:{}', $.tag)` },
      repository('app'),
      undefined,
    ),
    update(
      'has a name of which a part is known',
      { 'ImageUri.$': `States.Format('${OWN}/team-{}', $.app)` },
      repository('team-*'),
      undefined,
    ),
    update(
      'is any of the Region where only a run tells it, and of its own account where a policy is written',
      { 'ImageUri.$': '$.image' },
      repository('*'),
      repository('*', 'eu-west-1:*'),
    ),
    update(
      'may be of another account where a placeholder says it',
      { ImageUri: '${Owner}.dkr.ecr.${There}.${Suffix}/app:1' },
      repository('app', '${There}:${Owner}'),
      repository('app', '${There}:${Owner}'),
    ),
    update('is not there', { ZipFile: 'x' }, undefined, undefined),
  ],
});
