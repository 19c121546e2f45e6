import { type Call, operationName } from '../calls/call.ts';
import { type Finding, shortList } from '../finding.ts';
import { isOneSlip, nearest } from '../nearest.ts';
import type { Grant } from './grant.ts';
import type { Api } from './integration.ts';

const NONE: readonly Finding[] = [];
const MOST = 12;

/**
 * Arguments that the API doesn't have, by their names in the definition. Step Functions refuses such a definition ('The
 * field … is not supported by Step Functions'). But AWS adds arguments all the time, so a name that the models here lack may
 * well exist. It is an error, which stops a deployment, only where it is a slip (see isSlip) in the name of the argument that
 * names the resource, which is open without it.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html
 */
export function argumentFindings(call: Call, api: Api, grants: readonly Grant[]): readonly Finding[] {
  const { argumentNames } = api;
  if (call.argumentNames === undefined || argumentNames === undefined) return NONE;
  let findings: Finding[] | undefined;
  for (const name of call.argumentNames) {
    if (argumentNames.includes(name) || isKnown(name, argumentNames)) continue;
    (findings ??= []).push(unknownArgument(name, call, argumentNames, grants));
  }
  return findings ?? NONE;
}

/**
 * True for a name in another spelling. The SDKs' acronyms are words in Step Functions; which letters are capitals is not
 * documented for each. A word of the SDK's own language has `Value` behind it there.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html#use-awssdk-integ
 */
function isKnown(name: string, names: readonly string[]): boolean {
  if (name.includes('${') || !/^[A-Z]/.test(name)) return name.includes('${');
  const plain = name.toLowerCase();
  return names.some((other) => {
    const known = other.toLowerCase();
    return known === plain || `${known}value` === plain;
  });
}

function unknownArgument(name: string, call: Call, names: readonly string[], grants: readonly Grant[]): Finding {
  const others = names.filter((other) => !call.argumentNames?.includes(other));
  const meant = meantBy(name, others);
  const leavesOpen = meant !== undefined && isOpenWithout(meant, grants);
  const isCertain = meant !== undefined && isSlip(name, meant);
  const advice =
    meant === undefined
      ? names.length === 0
        ? 'It takes none'
        : `It takes ${shortList(names, MOST)}`
      : `Did you mean ${meant}?${leavesOpen ? ' Without it nothing names the resource' : ''}`;
  const stop = /[?]$/.test(advice) ? '' : '.';
  return {
    code: 'unknown-argument',
    severity: leavesOpen && isCertain ? 'error' : 'warning',
    state: call.state,
    message: `${operationName(call)} has no argument ${name}: AWS refuses the definition${isCertain ? '' : ', unless it is newer than the API models here'}. ${advice}${stop}`,
  };
}

/** The argument that was meant: in another spelling, in the singular or plural, or with a slip. */
function meantBy(name: string, names: readonly string[]): string | undefined {
  const plain = name.toLowerCase();
  return (
    names.find((other) => other.toLowerCase() === plain) ??
    names.find((other) => isOnlyNumber(name, other)) ??
    nearest(name, names)
  );
}

/** True for the same name in the singular and the plural. */
function isOnlyNumber(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one === `${other}s` || other === `${one}s`;
}

/**
 * True where the name is another's with capitals or one letter wrong. Names with more of a difference are how AWS names what
 * it adds beside an argument: FirewallType beside FirewallName, DomainNameId beside DomainName, InstanceIds beside InstanceId.
 */
function isSlip(name: string, meant: string): boolean {
  return name.toLowerCase() === meant.toLowerCase() || (!isOnlyNumber(name, meant) && isOneSlip(name, meant));
}

function isOpenWithout(meant: string, grants: readonly Grant[]): boolean {
  return grants.some(({ resources }) =>
    resources.some(({ origin }) => origin.kind === 'missing' && origin.field.split(/ or |\W/).includes(meant)),
  );
}
