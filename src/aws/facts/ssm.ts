import { DescribeParametersCommand, type ParameterMetadata, SSMClient } from '@aws-sdk/client-ssm';
import { RequestFailure } from './failure.ts';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const ssm = clientsOf((settings) => new SSMClient(settings));

/** A page may be empty and have a successor, so a few are read. */
const PAGES = 5;

/** Only a SecureString has a key. Metadata tell it; the value isn't asked for. */
export const readParameter: FactReader = async ({ arn, text, name }, session) => {
  // `parameter/orders/name` is the parameter `/orders/name`; `parameter/name` may be `name` or `/name`:
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
  const Values = name.includes('/') ? [`/${name}`] : [name, `/${name}`];
  let NextToken: string | undefined;
  let parameter: ParameterMetadata | undefined;
  for (let page = 0; page < PAGES && parameter === undefined; page++) {
    const filters = { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values }], NextToken };
    const output = await session.request('ssm:DescribeParameters', text, (options) =>
      ssm(session, arn.region).send(new DescribeParametersCommand(filters), options),
    );
    parameter = output.Parameters?.find(({ Name = '' }) => Values.includes(Name));
    if ((NextToken = output.NextToken) === undefined) break;
  }
  if (parameter === undefined) throw new RequestFailure(`ssm:DescribeParameters on ${text}: it does not exist`);
  return keyFacts(parameter.Type === 'SecureString' ? parameter.KeyId : undefined, arn, session);
};
