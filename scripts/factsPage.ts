/** What is made of the tables of facts: the table of docs/facts.md, and schemas/facts.schema.json. `npm run generated` writes both. */
import type { FactName } from '../src/facts/fact.ts';
import { FACT_MEANINGS, factsSchema, fieldsOf } from '../src/facts/schema.ts';
import { FACT_SUBJECTS, type FactSubject } from '../src/facts/types.ts';
import { parseArn } from '../src/iam/arn.ts';
import { ENCRYPTION } from '../src/integrations/encryption.ts';

const BEGIN = '<!-- Made of src/facts/types.ts and src/integrations by npm run generated; do not edit. -->\n';
const END = '<!-- End of what is made. -->\n';

/** docs/facts.md with its table as the code is now. */
export function withFactsTable(page: string): string {
  const [before, rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return [before, BEGIN, '\n', table(), '\n', END, after].join('');
}

export function factsSchemaText(): string {
  return `${JSON.stringify(factsSchema(), null, 2)}\n`;
}

function table(): string {
  const rows = FACT_SUBJECTS.flatMap((type) =>
    fieldsOf(type.fields).map(([field, { wanted }], index) => [
      index === 0 ? `[${type.name}](${type.page})<br>\`${type.form}\`` : '',
      `\`${field}\``,
      `${escaped(wanted)}`,
      grantsOn(type, field),
    ]),
  );
  const head = [
    ['resource', 'fact', 'value', 'what rests on it'],
    ['---', '---', '---', '---'],
  ];
  return [...head, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function escaped(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

/** What the policy has, or has narrower, where the fact is known. */
function grantsOn(type: FactSubject, field: FactName): string {
  const grants = field === 'key' ? keyUses(type) : '';
  return grants === '' ? OTHERS[field] : grants;
}

const OTHERS: Readonly<Record<FactName, string>> = {
  key: FACT_MEANINGS.key,
  roles: '`iam:PassRole` on these roles, and on no others',
  path: '`iam:PassRole` on the one ARN, where a call gives a name only',
  secret: 'what reads the credentials of an HTTP task, on this secret alone',
  output: "`s3:…` on the results' place",
  enforced: "whether a query's own place counts",
  type: 'what a nested execution needs',
  models: '`bedrock:InvokeModel` on these models',
};

/** `sqs:SendMessage: kms:Decrypt, kms:GenerateDataKey`, the actions with the same uses together. */
function keyUses({ form }: FactSubject): string {
  // An object's ARN leads to its bucket.
  const arns = [form, `${form}/OBJECT`].flatMap((text) => parseArn(text) ?? []);
  const byUse = new Map<string, string[]>();
  for (const [action, uses] of ENCRYPTION) {
    const actions = uses
      .filter(({ encrypted }) => arns.some((arn) => encrypted(arn) === form))
      .flatMap((use) => use.actions);
    if (actions.length === 0) continue;
    const key = [...new Set(actions)].toSorted().join(', ');
    byUse.set(key, [...(byUse.get(key) ?? []), action]);
  }
  return [...byUse].map(([uses, actions]) => `\`${uses}\` for \`${actions.toSorted().join(', ')}\``).join('<br>');
}
