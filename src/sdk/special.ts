import type { Resource } from '../grants/grant.ts';
import type { Api, CallContext, GrantRow } from '../grants/integration.ts';
import { knownOrigin } from '../grants/names.ts';
import { formatArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { knownText, type Value } from '../values/domain/value.ts';
import { valuesAt } from './arguments.ts';

const VERBS = {
  select: 'dynamodb:PartiQLSelect',
  exists: 'dynamodb:PartiQLSelect',
  insert: 'dynamodb:PartiQLInsert',
  update: 'dynamodb:PartiQLUpdate',
  delete: 'dynamodb:PartiQLDelete',
} as const;
type Verb = keyof typeof VERBS;

interface Statement {
  readonly field: string;
  readonly value: Value;
  /** Unknown: any verb, any table. */
  readonly known?: { readonly verb: Verb; readonly table: string; readonly index: string | undefined };
  readonly expression: string;
}

/**
 * Amazon DynamoDB's PartiQL: the statement's verb determines the action, its table (and index) the resource.
 *
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
 */
export const partiql: Api = {
  patterns: ['requestResponse', 'waitForTaskToken'],
  grants: Object.entries(VERBS)
    .filter(([verb]) => verb !== 'exists')
    .map(([, action]): GrantRow => ({ purpose: 'call', actions: [action], resources: [tablesOf(action)] })),
};

function tablesOf(action: string): (context: CallContext) => readonly Resource[] {
  return (context) =>
    statementsOf(context.arguments).flatMap(({ field, value, known, expression }): readonly Resource[] => {
      const table = (name: string) => formatArn({ ...context.place, service: 'dynamodb', resource: `table/${name}` });
      if (!known) return [{ arn: table('*'), origin: { kind: 'unknown', field, expression } }];
      if (VERBS[known.verb] !== action) return [];
      const origin = knownOrigin(value, field);
      if (known.table.startsWith('arn:')) return [{ arn: escapeText(known.table), origin }];
      const index = known.index === undefined ? '' : `/index/${escapeText(known.index)}`;
      return [{ arn: table(escapeText(known.table) + index), origin }];
    });
}

const FIELDS = ['Statement', 'Statements[].Statement', 'TransactStatements[].Statement'];

function statementsOf(value: Value): readonly Statement[] {
  return FIELDS.flatMap((field) =>
    valuesAt(value, field).flatMap((statement): readonly Statement[] => {
      if (statement.kind === 'absent') return [];
      const text = knownText(statement);
      if (text === undefined) {
        const expression = statement.kind === 'unknown' ? statement.expression : 'no plain text';
        return [{ field, value: statement, expression }];
      }
      const known = parseStatement(text);
      return [{ field, value: statement, expression: text, ...(known ? { known } : {}) }];
    }),
  );
}

const NAME = '("[^"]+"|[A-Za-z0-9_.:/-]+)';
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`^\s*(select)\b[\s\S]*?\bfrom\s+${NAME}(?:\s*\.\s*("[^"]+"))?`, 'i'),
  new RegExp(String.raw`^\s*(exists)\s*\(\s*select\b[\s\S]*?\bfrom\s+${NAME}(?:\s*\.\s*("[^"]+"))?`, 'i'),
  new RegExp(String.raw`^\s*(insert)\s+into\s+${NAME}`, 'i'),
  new RegExp(String.raw`^\s*(update)\s+${NAME}`, 'i'),
  new RegExp(String.raw`^\s*(delete)\s+from\s+${NAME}`, 'i'),
];

function parseStatement(text: string): Statement['known'] {
  for (const form of FORMS) {
    const [, verb, table, index] = form.exec(text) ?? [];
    if (verb === undefined || table === undefined) continue;
    const name = verb.toLowerCase();
    if (isVerb(name)) return { verb: name, table: bare(table), index: index === undefined ? undefined : bare(index) };
  }
  return undefined;
}

function isVerb(text: string): text is Verb {
  return Object.hasOwn(VERBS, text);
}

function bare(name: string): string {
  return name.replace(/^"(.*)"$/, '$1');
}
