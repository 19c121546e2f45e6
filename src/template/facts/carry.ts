import type { ResourceFacts, StatedFacts } from '../../facts/fact.ts';
import { formatArn, parseArn } from '../../iam/arn.ts';
import { hasPlaceholder, splitAtPlaceholders } from '../../iam/text.ts';

/** What one template says of a resource, in the words of another template that only has its ARN, name or URL. */

/** A text of one template, and the placeholder that stands for it in the other: an output, a parameter, an import. */
export interface Passed {
  readonly from: string;
  readonly to: string;
}

/** The facts about resources that the other template has a text for. */
export function carriedFacts(stated: readonly StatedFacts[], passed: readonly Passed[]): readonly StatedFacts[] {
  const texts = new Map<string, string[]>();
  for (const { from, to } of passed) {
    const same = texts.get(from);
    if (same === undefined) texts.set(from, [to]);
    else if (!same.includes(to)) same.push(to);
  }
  const seen = new Set<string>();
  return stated.flatMap((each) => {
    const facts = carriedValues(each.facts, (text) => carriedValue(text, texts));
    if (Object.keys(facts).length === 0) return [];
    return carriedNames(each.resource, texts).flatMap((resource) => {
      const key = JSON.stringify([resource, facts, each.place]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...each, resource, facts }];
    });
  });
}

type Texts = ReadonlyMap<string, readonly string[]>;

/** A value that the other template cannot name is left out. */
function carriedValues(
  { key, roles, secret, output, models, ...others }: ResourceFacts,
  value: (text: string) => string | undefined,
): ResourceFacts {
  const all = (texts: readonly string[] | undefined) => {
    const values = texts?.map(value).filter((text) => text !== undefined);
    return values?.length === texts?.length ? values : undefined;
  };
  const known = { key: key && value(key), secret: secret && value(secret), output: output && value(output) };
  const lists = { roles: all(roles), models: all(models) };
  return {
    ...others,
    ...(known.key === undefined ? {} : { key: known.key }),
    ...(known.secret === undefined ? {} : { secret: known.secret }),
    ...(known.output === undefined ? {} : { output: known.output }),
    ...(lists.roles === undefined ? {} : { roles: lists.roles }),
    ...(lists.models === undefined ? {} : { models: lists.models }),
  };
}

function carriedValue(text: string, texts: Texts): string | undefined {
  return isShared(text) ? outerText(text) : (texts.get(text)?.[0] ?? replaced(text, texts)[0]);
}

function carriedNames(resource: string, texts: Texts): readonly string[] {
  const own = isShared(resource) ? [outerText(resource)] : [];
  return [
    ...new Set([...own, ...(texts.get(resource) ?? []), ...replaced(resource, texts), ...byName(resource, texts)]),
  ];
}

/** The text with the placeholders that the other template has for its parts; empty if it lacks one. */
function replaced(text: string, texts: Texts): readonly string[] {
  let results: readonly string[] = [''];
  for (const piece of splitAtPlaceholders(text)) {
    const choices = isShared(piece) ? [outerText(piece)] : (texts.get(piece) ?? []);
    results = results.flatMap((start) => choices.map((choice) => start + choice)).slice(0, MAX_NAMES);
  }
  return isShared(text) ? [] : results;
}

const MAX_NAMES = 8;

/** The ARN under the placeholder for the resource's name, or for the URL that ends in it. */
function byName(resource: string, texts: Texts): readonly string[] {
  const arn = parseArn(resource);
  if (arn === undefined) return [];
  return [...texts].flatMap(([from, to]) => {
    const isUrl = from.startsWith('https://') && from.endsWith(`/${arn.resource}`);
    const isName = from !== '' && !from.includes('/') && !from.includes(':') && !hasPlaceholder(from);
    if (!isUrl && !(isName && `/${arn.resource.replaceAll(':', '/')}`.endsWith(`/${from}`))) return [];
    const type = isUrl ? '' : arn.resource.slice(0, -from.length);
    return to.map((name) => outerText(formatArn({ ...arn, resource: type + name })));
  });
}

/** Both templates mean the same by it: it has no names of the one alone. */
function isShared(text: string): boolean {
  return splitAtPlaceholders(text).every(
    (piece) => !hasPlaceholder(piece) || SHARED.includes(piece) || piece.startsWith(OUTER),
  );
}

/** A stack and those that are nested in it, or import of it, are in one Region and account. */
const SHARED = ['${AWS::Partition}', '${AWS::Region}', '${AWS::AccountId}', '${AWS::URLSuffix}'];

const OUTER = '${Outer-';

/** A text of the outer template as a value in the nested one, where its names would be taken for others. */
export function innerText(text: string): string {
  return splitAtPlaceholders(text)
    .map((piece) =>
      hasPlaceholder(piece) && !SHARED.includes(piece) ? `${OUTER}${piece.slice(2).replace('::', '--')}` : piece,
    )
    .join('');
}

/** The reverse of `innerText`. */
function outerText(text: string): string {
  return splitAtPlaceholders(text)
    .map((piece) => (piece.startsWith(OUTER) ? `\${${piece.slice(OUTER.length).replace('--', '::')}` : piece))
    .join('');
}
