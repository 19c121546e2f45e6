/** What is made of the tables of facts: the table of docs/facts.md, and schemas/facts.schema.json. `npm run generated` writes both. */
import { LOOK_UP_REQUESTS } from '../src/aws/facts/requests.ts';
import { FACT_ROWS } from '../src/aws/facts/table.ts';
import type { FactName } from '../src/facts/fact.ts';
import { factsSchema, fieldForms } from '../src/facts/schema.ts';
import { FACT_SUBJECTS, type FactSubject } from '../src/facts/types.ts';
import { type Arn, parseArn } from '../src/iam/arn.ts';
import { KEY_USES } from '../src/integrations/encryption.ts';
import { own } from '../src/own.ts';
import { FACT_TYPES, factRow } from '../src/template/facts/types.ts';

const BEGIN = '<!-- Made of the tables in src by npm run generated; do not edit. -->\n';
const END = '<!-- End of what is made. -->\n';

/** docs/facts.md with its table as the code is now. */
export function withFactsTable(page: string): string {
  const [before, rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return [before, BEGIN, '\n', table(), '\n', requests(), '\n', END, after].join('');
}

export function factsSchemaText(): string {
  return `${JSON.stringify(factsSchema(), null, 2)}\n`;
}

const HEAD = ['resource', 'field', 'what rests on it', 'in a template', '`--live` asks'];

function table(): string {
  const rows = FACT_SUBJECTS.flatMap((subject) =>
    fieldForms(subject.fields).map(([field], index) => [
      index === 0 ? `[${subject.name}](${subject.page})<br>\`${subject.form}\`` : '',
      `\`${field}\``,
      grantsOn(subject, field),
      templateProperties(subject, field),
      request(subject, field),
    ]),
  );
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** What the policy has, or has narrower, where the fact is known. */
function grantsOn(subject: FactSubject, field: FactName): string {
  const grants = field === 'key' ? keyUses(subject) : '';
  return grants === '' ? WORDS[field](subject.name) : grants;
}

/** Keys that are no rows of src/integrations/encryption.ts. */
const OTHER_KEYS: Readonly<Record<string, string>> = {
  'a Firehose stream': 'nothing: Firehose uses the key without its caller',
  'a KMS alias': 'the key itself instead of a condition on `kms:ResourceAliases`',
  'an Athena workgroup': '`kms:…` on the key of query results',
};

const WORDS: Readonly<Record<FactName, (subject: string) => string>> = {
  key: (subject) => own(OTHER_KEYS, subject) ?? 'nothing: no caller uses the key',
  roles: () => '`iam:PassRole` on these roles and on no others',
  path: () => '`iam:PassRole` on the one ARN, where a call has a name without its path',
  secret: () => 'reading the credentials of HTTP tasks from this secret alone',
  output: () => '`s3:…` on the place of query results',
  enforced: () => 'whether the place that a query names counts',
  type: () => 'a warning where `.sync` waits for an Express workflow',
  models: () => '`bedrock:InvokeModel` on these models',
};

/** `kms:Decrypt` for `sqs:ReceiveMessage`, the actions with the same uses together. */
function keyUses({ form }: FactSubject): string {
  // The ARN of an object, an index or a rule leads to its bucket, table or bus.
  const arns = [form, `${form}/OBJECT`, `${form}/index/NAME`, form.replace('event-bus/NAME', 'rule/NAME/RULE')];
  const resources = arns.map((text) => ({ text, arn: parseArn(text) }));
  const byUse = new Map<string, string[]>();
  for (const [action, uses] of KEY_USES) {
    const actions = uses
      .filter(({ encrypted }) => resources.some((resource) => encrypted(resource) === form))
      .flatMap((use) => use.actions);
    if (actions.length === 0) continue;
    const key = [...new Set(actions)].toSorted().join(', ');
    byUse.set(key, [...(byUse.get(key) ?? []), action]);
  }
  return [...byUse]
    .map(([uses, actions]) => `${coded(uses.split(', '))} for ${coded(actions.toSorted())}`)
    .join('<br>');
}

/** The properties that say the fact, by resource type. */
function templateProperties(subject: FactSubject, field: FactName): string {
  // A row with several facts has the properties of all of them.
  return FACT_TYPES.flatMap((type) => {
    const row = factRow(type);
    const arn = parseArn(row?.arn.replace('{name}', 'NAME') ?? '');
    if (row === undefined || arn === undefined || !exampleOf(subject).some((example) => isAlike(arn, example)))
      return [];
    if (Object.keys(subject.fields)[0] !== field) return ['as above'];
    return [`[\`${type}\`](${row.page}): ${coded(row.reads)}`];
  })
    .filter((text, index, all) => all.indexOf(text) === index)
    .join('<br>');
}

/** The request that has the fact, as the IAM action that it needs. */
function request(subject: FactSubject, field: FactName): string {
  return FACT_ROWS.filter(
    ({ service, resource, facts }) =>
      facts.includes(field) &&
      exampleOf(subject).some((example) => example.service === service && resource.test(example.resource)),
  )
    .map(({ action, page }) => `[\`${action}\`](${page})`)
    .join('<br>');
}

/** All that --live asks for, with the requests that other requests need. */
function requests(): string {
  return `\`--live\` needs no other permissions than these: ${coded(Object.keys(LOOK_UP_REQUESTS))}.\n`;
}

/** ARNs of the type: an inference profile has two forms. */
function exampleOf({ form }: FactSubject): readonly Arn[] {
  const named = form.replace(/(?:NAME|FAMILY|ID)$/, 'NAME');
  return [named, named.replace(':inference-profile/', ':application-inference-profile/')].flatMap(
    (text) => parseArn(text) ?? [],
  );
}

function coded(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function isAlike(arn: Arn, example: Arn): boolean {
  // The name of an alias starts with its type.
  return arn.service === example.service && (arn.resource === example.resource || arn.resource === 'NAME');
}
