import { DefinitionError } from '../asl/error.ts';
import { own } from '../own.ts';
import { type ArnPattern, parsePattern } from './pattern.ts';

/**
 * A resource of extra actions: an ARN with the operation's arguments in it, in the notation of pattern.ts, but with words
 * for what is there `$p`, `$r` and `$a`.
 *
 * ```
 * arn:${Partition}:acme:${Region}:${Account}:job/{JobName}
 * ```
 *
 * `{JobName}`, `{@JobName}` (it may be a whole ARN), `{Target.JobName}`, `{JobNames[]}`, `{JobName?}` (it may be left out:
 * any job then). CloudFormation's `${AWS::Partition}`, `${AWS::Region}` and `${AWS::AccountId}` are understood as well.
 */
const PLACES: Readonly<Record<string, string>> = {
  '${Partition}': '$p',
  '${AWS::Partition}': '$p',
  '${Region}': '$r',
  '${AWS::Region}': '$r',
  '${Account}': '$a',
  '${AWS::AccountId}': '$a',
};
const PLACE = /\$\{(?:Partition|Region|Account|AWS::(?:Partition|Region|AccountId))\}/g;

const PART = String.raw`[A-Za-z][A-Za-z0-9]*(?:\[\]|\{:?\})?`;
const PATH = String.raw`${PART}(?:\.${PART})*`;
const SLOT = String.raw`\{[@!]?${PATH}(?:\|${PATH})*\??(?:=[A-Za-z0-9_./-]+)?\}`;
const TEXT = '[A-Za-z0-9_./,@+=~*-]';
/** Partition, service, Region, account, and the rest, in which alone arguments may stand. */
const FORM = new RegExp(
  String.raw`^arn:(?:\$p|aws[a-z-]*|\*):[a-z0-9-]+:(?:\$r|[a-z0-9-]*|\*):(?:\$a|\d{12}|aws|\*)?:(?:${TEXT}|:|${SLOT})+$`,
);

/** Throws DefinitionError for what has no such form. */
export function extraPattern(place: string, text: string): ArnPattern {
  const written = text.replaceAll(PLACE, (name) => own(PLACES, name) ?? name);
  const pattern = FORM.test(written) ? parsePattern(written) : undefined;
  if (pattern?.kind === 'arn') return pattern;
  throw new DefinitionError(
    {},
    `${place}: ${JSON.stringify(text)} is no resource; write "*", or an ARN such as arn:\${Partition}:acme:\${Region}:\${Account}:job/{JobName}, where {JobName} is an argument of the call`,
  );
}
