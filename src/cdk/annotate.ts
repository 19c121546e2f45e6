import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Finding } from '../finding.ts';
import { stateName } from '../grants/consequence.ts';

/** Shows a finding where the CDK shows its own; all but errors can be acknowledged as `rolefit:<code>`. */
export function annotate(
  construct: IConstruct,
  { severity, code, state, message }: Omit<Finding, 'code'> & { readonly code: string },
): void {
  const text = `${state === '' ? '' : `${stateName(state)}: `}${inWordsOfCdk(message)}`;
  const annotations = Annotations.of(construct);
  switch (severity) {
    case 'error':
      annotations.addError(`${text} [rolefit:${code}]`);
      break;
    case 'warning':
      annotations.addWarningV2(`rolefit:${code}`, text);
      break;
    case 'info':
      annotations.addInfoV2(`rolefit:${code}`, text);
      break;
  }
}

/** The command line's options, as whoever writes a CDK app says the same. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/,? or look (?:it|them) up with --live/g, ''],
  [/--(?:resource-key|pass-role) or --facts/g, 'facts'],
  [/--facts/g, 'facts'],
  [/--extra-actions, or with ExtraActions of the custom resource/g, 'extraActions'],
  [/--extra-actions/g, 'extraActions'],
  [/--guess/g, 'guess'],
  [/--substitute/g, 'definitionSubstitutions'],
  [/--name/g, 'stateMachineName'],
  [/ \((?:--split prints them|assumedRoles in --json)\)/g, ''],
  [/--(?=[a-z])/g, ''],
];

function inWordsOfCdk(message: string): string {
  return WORDS.reduce((text, [pattern, words]) => text.replaceAll(pattern, () => words), message);
}
