/** The policy of the sweep's own role: rolefit fits it to infra/sweep.asl.json, and `npm run generated` writes it into template.yaml. */
import { readFileSync } from 'node:fs';
import { fit } from '../src/analysis/fit.ts';
import { parseText } from '../src/asl/parse.ts';

const BEGIN = '              # Fitted to infra/sweep.asl.json by rolefit itself (npm run generated); do not edit.\n';
const END = '              # End of what is fitted.\n';

/** As template.yaml gives them. */
const SUBSTITUTIONS = {
  Partition: '${AWS::Partition}',
  SweepFunctionArn: '${SweepFunction.Arn}',
  DriftCheckFunctionArn: '${DriftCheckFunction.Arn}',
  SweepBucketName: '${SweepBucket}',
};

/** template.yaml with the policy as the definition needs it now. Throws where the definition is not fully understood. */
export async function withSweepPolicy(template: string): Promise<string> {
  const definition = parseText(readFileSync('infra/sweep.asl.json', 'utf8'), 'json');
  const { policy, findings } = await fit(definition, { substitutions: SUBSTITUTIONS, name: '${AWS::StackName}-sweep' });
  const error = findings.find(({ severity }) => severity === 'error');
  if (error) throw new Error(`infra/sweep.asl.json: state ${error.state}: ${error.message}`);
  const lines = policy.Statement.flatMap(({ Effect, Action, Resource }) => [
    `              - Effect: ${Effect}`,
    '                Action:',
    ...Action.map((action) => `                  - ${action}`),
    '                Resource:',
    ...Resource.map((resource) => `                  - !Sub "${resource}"`),
  ]);
  const [before, rest = ''] = template.split(BEGIN);
  const [, after] = rest.split(END);
  if (before === undefined || after === undefined)
    throw new Error('template.yaml: the marks of what is fitted are gone');
  return `${before}${BEGIN}${lines.join('\n')}\n${END}${after}`;
}
