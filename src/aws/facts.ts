import type { StatedFacts } from '../facts/fact.ts';
import type { FactQuestion } from '../facts/facts.ts';
import type { LookUp, UnreadFact } from '../facts/lookUp.ts';
import { resourceNamesOf } from '../facts/resourceNames.ts';
import { type Arn, type Place, parseArn } from '../iam/arn.ts';
import { hasWildcard } from '../iam/pattern.ts';
import { failureWords } from './facts/failure.ts';
import type { AskedResource, LookUpRow, ReadFacts } from './facts/row.ts';
import type { LookUpLimits, Session, SessionOptions } from './facts/session.ts';
import { FACT_ROWS } from './facts/table.ts';

/** Looks facts up in AWS, with requests that only read what a resource is: see facts/requests.ts. */

/** For a function that CloudFormation waits for. */
const LOOK_UP_LIMITS: LookUpLimits = { requests: 100, concurrency: 8, milliseconds: 20_000 };

export interface AwsLookUpOptions extends Omit<SessionOptions, 'limits'> {
  readonly limits?: Partial<LookUpLimits>;
}

/**
 * A LookUp for one run: what it has read it remembers, and its limits count for all of its questions together. The AWS
 * SDK finds the credentials, and the Region if there is none in the options. Rejects with the reason of `signal` where
 * that is aborted, and never else.
 */
export function awsLookUp({ limits, ...options }: AwsLookUpOptions): LookUp {
  const { signal } = options;
  const read = new Map<string, Promise<ReadFacts>>();
  let session: Promise<Session> | undefined;
  return async (questions) => {
    signal.throwIfAborted();
    if (questions.length === 0) return { stated: [], unread: [] };
    session ??= start({ ...options, limits: { ...LOOK_UP_LIMITS, ...limits } });
    const answers = await answersTo(questions, session, read);
    signal.throwIfAborted();
    return { stated: answers.flatMap(({ stated }) => stated), unread: answers.flatMap(({ unread }) => unread) };
  };
}

/** Loaded when the first question is asked. */
async function start(options: SessionOptions): Promise<Session> {
  const { startSession } = await import('./facts/session.ts');
  return startSession(options);
}

interface Answer {
  readonly stated: readonly StatedFacts[];
  readonly unread: readonly UnreadFact[];
}

const NO_ANSWER: Answer = { stated: [], unread: [] };

async function answersTo(
  questions: readonly FactQuestion[],
  starting: Promise<Session>,
  read: Map<string, Promise<ReadFacts>>,
): Promise<readonly Answer[]> {
  let session: Session;
  try {
    session = await starting;
  } catch (error) {
    const why = failureWords(error);
    return [{ stated: [], unread: questions.filter(mayBeConcrete).map((question) => unreadOf(question, why)) }];
  }
  return Promise.all(questions.map((question) => answer(question, session, read)));
}

async function answer(
  question: FactQuestion,
  session: Session,
  read: Map<string, Promise<ReadFacts>>,
): Promise<Answer> {
  const asked = askedResource(question, session.own);
  if (asked === undefined) return NO_ANSWER;
  const { row, resource } = asked;
  if (row === undefined) return { stated: [], unread: [unreadOf(question, 'rolefit does not read it from AWS')] };
  if (row.ownAccountOnly && !resource.isOwn) {
    const why = `${row.action} on ${resource.text}: it is in account ${resource.arn.account}, and the credentials are of account ${session.own.account}`;
    return { stated: [], unread: [unreadOf(question, why)] };
  }
  const id = `${row.action} ${resource.text}`;
  let reading = read.get(id);
  if (reading === undefined) read.set(id, (reading = row.load().then((reader) => reader(resource, session))));
  try {
    const { facts, unread } = await reading;
    if (facts[question.name] === undefined) {
      const why = `${row.action} on ${resource.text}: the answer does not say it`;
      return { stated: [], unread: [unreadOf(question, why)] };
    }
    return { stated: [{ resource: resource.text, facts, source: 'aws', place: row.action }], unread };
  } catch (error) {
    return { stated: [], unread: [unreadOf(question, failureWords(error))] };
  }
}

function unreadOf({ resource, name }: FactQuestion, why: string): UnreadFact {
  return { resource, name, why };
}

/** The one resource that a question is about; undefined for a pattern, or a placeholder of a template. */
function askedResource(
  { resource, name: fact }: FactQuestion,
  own: Place,
): { readonly row: LookUpRow | undefined; readonly resource: AskedResource } | undefined {
  const here = inPlace(resource, own);
  const names = resourceNamesOf(here).filter(isConcrete);
  const [text = ''] = names;
  const arn = parseArn(text);
  if (arn === undefined || !REGION.test(arn.region)) return undefined;
  const row = FACT_ROWS.find(
    ({ service, resource: pattern, facts }) =>
      service === arn.service && facts.includes(fact) && pattern.test(arn.resource),
  );
  const name = row?.resource.exec(arn.resource)?.groups?.['name'] ?? '';
  return { row, resource: { arn, text, name, isShortened: text !== here, isOwn: isOwn(arn, own) } };
}

/** It becomes a part of the host name that signed requests go to; the SDK has the same rule. */
const REGION = /^[a-z0-9-]*$/;

/** The pseudo parameters of a template stand for the place that the credentials are for. */
function inPlace(text: string, { partition, region, account }: Place): string {
  return text
    .replaceAll('${AWS::Partition}', () => partition)
    .replaceAll('${AWS::Region}', () => region)
    .replaceAll('${AWS::AccountId}', () => account);
}

function isConcrete(name: string): boolean {
  return !hasWildcard(name) && !name.includes('${');
}

function mayBeConcrete({ resource }: FactQuestion): boolean {
  return resourceNamesOf(resource).some((name) => isConcrete(inPlace(name, ANYWHERE)));
}

const ANYWHERE: Place = { partition: 'aws', region: 'region', account: 'account' };

function isOwn({ account, partition }: Arn, own: Place): boolean {
  return partition === own.partition && (account === own.account || account === '');
}
