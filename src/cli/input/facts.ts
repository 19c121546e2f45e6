import type { FitOptions } from '../../analysis/fit.ts';
import { DefinitionError } from '../../asl/error.ts';
import type { ResourceFacts, StatedFacts } from '../../facts/fact.ts';
import { parseFacts } from '../../facts/file.ts';
import { factsFrom } from '../../facts/statedFacts.ts';
import { partitionOf } from '../../iam/arn.ts';
import { own } from '../../own.ts';
import { Failure } from '../failure.ts';
import { sourceOf } from './inputFile.ts';
import { displayName, formatOf, located, readText } from './read.ts';

/** What the command line states of resources: by itself, and by the files that it names. */

interface FactValues {
  readonly facts?: readonly string[] | undefined;
  readonly 'resource-key'?: readonly string[] | undefined;
  readonly 'pass-role'?: readonly string[] | undefined;
}

/** Throws Failure for what is no fact, for files that cannot be read, and where two of them contradict each other. */
export function factsOn(
  command: string,
  { facts = [], 'resource-key': keys = [], 'pass-role': roles = [] }: FactValues,
  bucketKeys: Readonly<Record<string, string>>,
): readonly StatedFacts[] {
  const stated = [
    ...keys.map((text) => resourceKey(command, text)),
    ...(roles.length === 0 ? [] : [passedRoles(command, [...new Set(roles)])]),
    ...facts.flatMap(factsInFile),
  ];
  refuseContradictions(command, [...stated, ...Object.entries(bucketKeys).map(bucketKey)]);
  return stated;
}

function factsInFile(file: string): readonly StatedFacts[] {
  try {
    const text = file.startsWith('git:') ? sourceOf(file).text() : readText(file, 'a facts file');
    return parseFacts(text, { file: displayName(file), format: formatOf(file) });
  } catch (error) {
    throw located(error, file);
  }
}

/** A resource's name may have an equals sign, a key has none. */
function resourceKey(command: string, text: string): StatedFacts {
  const option = `${command}: --resource-key ${JSON.stringify(text)}`;
  const end = text.lastIndexOf('=');
  if (end < 0) throw new Failure(`${option} does not have the form ARN=KEY`);
  const [resource, key] = [text.slice(0, end), text.slice(end + 1)];
  try {
    return { resource, facts: factsFrom(resource, { key }), source: 'commandLine', place: '--resource-key' };
  } catch (error) {
    throw error instanceof DefinitionError ? new Failure(`${option}: ${error.message}`) : error;
  }
}

/** The roles that are handed over where nothing names one: those of any account, in any partition. */
const ANY_ROLE = 'arn:*:iam::*:role/*';

function passedRoles(command: string, roles: readonly string[]): StatedFacts {
  for (const role of roles) {
    try {
      factsFrom(ANY_ROLE, { roles: [role] });
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      throw new Failure(
        `${command}: --pass-role ${JSON.stringify(role)} is not a role's ARN, such as arn:aws:iam::111122223333:role/nightly-task`,
      );
    }
  }
  return { resource: ANY_ROLE, facts: { roles }, source: 'commandLine', place: '--pass-role' };
}

function bucketKey([bucket, key]: readonly [string, string]): StatedFacts {
  return { resource: `arn:aws:s3:::${bucket}`, facts: { key }, source: 'commandLine', place: '--bucket-key' };
}

/** Which of two sources counts is defined; which of two files, or of two options, is not. */
function refuseContradictions(command: string, all: readonly StatedFacts[]): void {
  const seen = new Map<string, { readonly text: string; readonly place: string }>();
  for (const { resource, facts, source, place } of all) {
    for (const [name, value] of Object.entries(facts)) {
      const key = `${source} ${name} ${resource}`;
      const text = JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
      const other = seen.get(key);
      if (other !== undefined && other.text !== text) {
        throw new Failure(
          `${command}: the ${name} of ${resource} is ${other.text} in ${other.place} and ${text} in ${place}; keep one`,
        );
      }
      seen.set(key, { text, place });
    }
  }
}

/** The options, with the values of facts in the state machine's Region and account as far as they are known. */
export function inPlace(options: FitOptions): FitOptions {
  const { region, account, partition = region === undefined ? undefined : partitionOf(region), facts } = options;
  if (facts === undefined) return options;
  const values = {
    ...(region === undefined ? {} : { '${AWS::Region}': region }),
    ...(account === undefined ? {} : { '${AWS::AccountId}': account }),
    ...(partition === undefined ? {} : { '${AWS::Partition}': partition }),
  };
  const written = (text: string) => text.replaceAll(/\$\{AWS::\w+\}/g, (name) => own(values, name) ?? name);
  return { ...options, facts: facts.map((each) => ({ ...each, facts: writtenFacts(each.facts, written) })) };
}

function writtenFacts(facts: ResourceFacts, written: (text: string) => string): ResourceFacts {
  const { key, roles, secret, output, models } = facts;
  return {
    ...facts,
    ...(key === undefined ? {} : { key: written(key) }),
    ...(roles === undefined ? {} : { roles: roles.map(written) }),
    ...(secret === undefined ? {} : { secret: written(secret) }),
    ...(output === undefined ? {} : { output: written(output) }),
    ...(models === undefined ? {} : { models: models.map(written) }),
  };
}
