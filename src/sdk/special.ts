import type { Resource } from '../grants/grant.ts';
import type { Api, CallContext, GrantRow } from '../grants/integration.ts';
import { knownOrigin } from '../grants/names.ts';
import { HOLE, withHoles } from '../grants/objects.ts';
import { partialOrigin } from '../grants/partial.ts';
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
  /** Undefined for any verb on any table. */
  readonly known?: KnownStatement | undefined;
  readonly expression: string;
}

interface KnownStatement {
  readonly verb: Verb;
  /** Patterns of what follows `table/`, or a whole ARN; undefined for any table. */
  readonly tables: readonly string[] | undefined;
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
      if (known.tables === undefined) return [{ arn: table('*'), origin: { kind: 'unknown', field, expression } }];
      const origin = value.kind === 'unknown' ? partialOrigin(value, field) : knownOrigin(value, field);
      return known.tables.map((name) => ({ arn: name.startsWith('arn:') ? name : table(name), origin }));
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
        const parts = statement.kind === 'unknown' ? statement.parts : undefined;
        const known = parts === undefined ? undefined : partlyKnownStatement(withHoles(parts));
        return [{ field, value: statement, expression, known }];
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

function parseStatement(text: string): KnownStatement | undefined {
  for (const form of FORMS) {
    const [, verb, table, index] = form.exec(text) ?? [];
    const name = verbOf(verb);
    if (name === undefined || table === undefined) continue;
    return {
      verb: name,
      tables: [`${escapeText(bare(table))}${index === undefined ? '' : `/index/${escapeText(bare(index))}`}`],
    };
  }
  return undefined;
}

/**
 * A statement of which the start is known: its verb, and its table as far as it is. What follows at run time can be
 * anything, such as the rest of the table's name, an index, or another table.
 */
function partlyKnownStatement(text: string): KnownStatement | undefined {
  const [start = ''] = text.split(HOLE);
  const verb = verbOf(/^\s*([a-z]+)\s/i.exec(start)?.[1]);
  if (verb === undefined) return undefined;
  const whole = parseStatement(start);
  const [, name = ''] = OPEN_TABLE.exec(start) ?? [];
  if (name !== '') return { verb, tables: name.startsWith('arn:') ? undefined : [`${escapeText(name)}*`] };
  const [only] = whole?.tables ?? [];
  if (only === undefined || only.startsWith('arn:')) return { verb, tables: undefined };
  // A table with nothing but space behind it may have an index.
  const [, behind = ''] = start.split(only);
  const isEnded = only.includes('/index/') || /\b(?:set|value|where)\b/i.test(behind);
  return { verb, tables: isEnded ? [only] : [only, `${only}/index/*`] };
}

/** A table's name that goes on at run time: nothing ends it. */
const OPEN_TABLE = /\b(?:from|into|update)\s+"?([^"\s]+)$/i;

function verbOf(text: string | undefined): Verb | undefined {
  const name = text?.toLowerCase();
  return name !== undefined && isVerb(name) ? name : undefined;
}

function isVerb(text: string): text is Verb {
  return Object.hasOwn(VERBS, text);
}

function bare(name: string): string {
  return name.replace(/^"(.*)"$/, '$1');
}
