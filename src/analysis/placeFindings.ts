import { isArray, isObject, type Json } from '../asl/json.ts';
import type { ActingState } from '../calls/acting.ts';
import type { MachineSettings } from '../calls/machine.ts';
import type { GrantFinding } from '../grants/findings.ts';
import { parseArn } from '../iam/arn.ts';

/** A Region or an account that all ARNs of the definition contradict. */

/** The settings that a definition contradicts, and what its ARNs say instead. */
interface Contradiction {
  readonly setting: 'region' | 'account';
  readonly here: string;
  readonly there: string;
}

/**
 * The findings, with what was given and is certainly not meant: every ARN that the definition writes down has another
 * Region, or at least two have another account and no state makes its calls with another role. What each of the resources
 * has to say about that is left out then.
 */
export function withPlaces(
  findings: readonly GrantFinding[],
  acting: readonly ActingState[],
  settings: MachineSettings,
): readonly GrantFinding[] {
  const contradictions = contradictionsIn(acting, settings);
  if (contradictions.length === 0) return findings;
  const repeated = new Set<string>(contradictions.map(({ setting }) => REPEATED[setting]));
  return [...contradictions.map(mismatch), ...findings.filter(({ code }) => !repeated.has(code))];
}

const REPEATED = { region: 'other-region', account: 'other-account' } as const;
const WORDS = { region: 'Region', account: 'account' } as const;

function contradictionsIn(
  acting: readonly ActingState[],
  { region, account }: MachineSettings,
): readonly Contradiction[] {
  if (region === undefined && account === undefined) return [];
  const { regions, accounts } = arnsIn(acting);
  const found: Contradiction[] = [];
  const otherRegion = onlyOther(regions, region);
  if (region !== undefined && otherRegion !== undefined)
    found.push({ setting: 'region', here: region, there: otherRegion });
  const otherAccount = accounts.length > 1 ? onlyOther(accounts, account) : undefined;
  const isByOthers = acting.some(({ state }) => state.json['Credentials'] !== undefined);
  if (account !== undefined && otherAccount !== undefined && !isByOthers)
    found.push({ setting: 'account', here: account, there: otherAccount });
  return found;
}

/** What all of the texts are, if it is another one. */
function onlyOther(texts: readonly string[], here: string | undefined): string | undefined {
  const [first, ...others] = new Set(texts);
  return others.length > 0 || first === here ? undefined : first;
}

function mismatch({ setting, here, there }: Contradiction): GrantFinding {
  const message = `The state machine's ${WORDS[setting]} is said to be ${here}, and every ARN of the definition names ${there}: correct --${setting}, or the ARNs.`;
  return { code: 'place-mismatch', severity: 'warning', state: '', message };
}

interface Places {
  readonly regions: string[];
  readonly accounts: string[];
}

function arnsIn(acting: readonly ActingState[]): Places {
  const places: Places = { regions: [], accounts: [] };
  for (const { state } of acting) {
    const { Resource, Parameters, Arguments } = state.json;
    for (const json of [Resource, Parameters, Arguments]) if (json !== undefined) collect(json, places);
  }
  return places;
}

function collect(json: Json, places: Places): void {
  if (typeof json === 'string') {
    const arn = json.startsWith('arn:') ? parseArn(json) : undefined;
    if (arn === undefined) return;
    if (/^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(arn.region)) places.regions.push(arn.region);
    if (/^\d{12}$/.test(arn.account)) places.accounts.push(arn.account);
  } else if (isArray(json)) for (const item of json) collect(item, places);
  else if (isObject(json)) for (const field of Object.values(json)) collect(field, places);
}
