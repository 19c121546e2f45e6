import type { Conditions } from '../grants/grant.ts';
import { isPlaceholder, splitAtPlaceholders } from '../iam/text.ts';
import { own } from '../own.ts';
import type { Policy, Statement } from '../policy/policy.ts';
import {
  commentText,
  escapeControls,
  type Fitted,
  type FittedTerraform,
  identifiers,
  namesIn,
  placeholdersOf,
  policyTexts,
  snake,
} from './fitted.ts';

/**
 * A data source `aws_iam_policy_document` for each document, with the data sources and variables that they need.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function terraform(machines: readonly Fitted[]): string {
  const names = namesIn(machines.flatMap((fitted) => withoutReferences(policyTexts(fitted), fitted)));
  const declared = names.filter((name) => own(PSEUDO, name) === undefined);
  const variables = identifiers(declared, variableName);
  const addresses = machines.flatMap((fitted) => fitted.terraform?.addresses ?? []);
  const expression = (name: string) => {
    const pseudo = own(PSEUDO, name);
    if (pseudo === undefined) return `var.${variables.get(name) ?? variableName(name)}`;
    return `data.${pseudo.source}.${dataNames(addresses, pseudo.source)[0] ?? 'current'}.${pseudo.attribute}`;
  };
  const documents = identifiers(
    machines.flatMap(documentNames),
    (key) => snake(key.split(SEPARATOR)[0] ?? key),
    dataNames(addresses, 'aws_iam_policy_document'),
  );
  const needed = [...new Set(names.flatMap((name) => own(PSEUDO, name)?.source ?? []))];
  const sources = needed.filter((source) => dataNames(addresses, source).length === 0);
  return [
    ...(needed.includes('aws_region') && !sources.includes('aws_region') ? [REGION_NOTE] : []),
    ...sources.map((source) => `${source === 'aws_region' ? REGION_NOTE : ''}data "${source}" "current" {}\n`),
    ...declared.map((name) => variable(variables.get(name) ?? name, name, machines)),
    ...machines.flatMap((fitted) => documentsOf(fitted, documents, { name: expression, of: fitted.terraform })),
  ].join('\n');
}

interface Pseudo {
  readonly source: string;
  readonly attribute: string;
}

const PSEUDO: Readonly<Record<string, Pseudo | undefined>> = {
  'AWS::AccountId': { source: 'aws_caller_identity', attribute: 'account_id' },
  'AWS::Partition': { source: 'aws_partition', attribute: 'partition' },
  'AWS::Region': { source: 'aws_region', attribute: 'region' },
  'AWS::URLSuffix': { source: 'aws_partition', attribute: 'dns_suffix' },
};

/** The names of the data sources of a type that the files have already. */
function dataNames(addresses: readonly string[], type: string): readonly string[] {
  const start = `data.${type}.`;
  const names = addresses.flatMap((address) => (address.startsWith(start) ? [address.slice(start.length)] : []));
  return names.toSorted((a, b) => Number(b === 'current') - Number(a === 'current'));
}

/** Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade */
const REGION_NOTE = '# Version 6 of the AWS provider calls it region; before, it was data.aws_region.current.name.\n';

/** Source: https://developer.hashicorp.com/terraform/language/values/variables */
const RESERVED = /^(?:source|version|providers|count|for_each|lifecycle|depends_on|locals)$/;

function variableName(name: string): string {
  const snaked = snake(name);
  return RESERVED.test(snaked) ? `${snaked}_value` : snaked;
}

function variable(identifier: string, name: string, machines: readonly Fitted[]): string {
  const text = `\${${name}}`;
  const known = machines.map((fitted) => own(placeholdersOf(fitted), text)).find((each) => each !== undefined);
  const means = known?.intrinsic === undefined ? '' : `: ${JSON.stringify(known.intrinsic)}`;
  return [
    `variable "${identifier}" {`,
    '  type        = string',
    `  description = ${quoted(`What ${text} stands for${means}`)}`,
    '}',
    '',
  ].join('\n');
}

function documentNames({ label, name, policies, isSplit }: Fitted): readonly string[] {
  // State machines can have the same name, but not the same label.
  return policies.map((_, index) => documentKey(label, name, isSplit ? index + 1 : undefined));
}

/** What the identifier is made of stands in front. */
function documentKey(label: string, name: string, number: number | undefined): string {
  return `${name}${number === undefined ? '' : ` ${number}`}${SEPARATOR}${label}`;
}

const SEPARATOR = '\0';

function documentsOf(
  { label, name, policies, isSplit }: Fitted,
  documents: ReadonlyMap<string, string>,
  expression: Expression,
): readonly string[] {
  return policies.map((policy, index) => {
    const identifier = documents.get(documentKey(label, name, isSplit ? index + 1 : undefined)) ?? snake(name);
    return `# ${commentText(label)}\n${document(identifier, policy, expression)}`;
  });
}

/** How names in placeholders are written, and what the files have for other texts. */
interface Expression {
  readonly name: (name: string) => string;
  readonly of: FittedTerraform | undefined;
}

function document(identifier: string, { Statement }: Policy, expression: Expression): string {
  const statements = Statement.map((statement) => block('statement', statementLines(statement, expression)));
  return `${block(`data "aws_iam_policy_document" "${identifier}"`, separated(statements)).join('\n')}\n`;
}

/** The pieces of the texts that no resource of the files stands for. */
function withoutReferences(texts: readonly string[], { terraform: of }: Fitted): readonly string[] {
  if (of === undefined) return texts;
  return texts.flatMap((text) => piecesIn(text, of).flatMap((piece) => ('text' in piece ? [piece.text] : [])));
}

type Piece = { readonly text: string } | { readonly expression: string };

/** A text in pieces: what a resource of the files stands for, and the rest. */
function piecesIn(text: string, of: FittedTerraform): readonly Piece[] {
  const whole = referenceTo(text, of);
  if (whole !== undefined) return [{ expression: whole }];
  // An ARN may go on: `arn:aws:s3:::orders/*`.
  for (let end = text.length - 1; end > 0; end--) {
    if (text[end] !== ':' && text[end] !== '/') continue;
    const start = text.startsWith('arn:') ? referenceTo(text.slice(0, end), of) : undefined;
    if (start !== undefined) return [{ expression: start }, ...piecesIn(text.slice(end), of)];
  }
  const pieces = splitAtPlaceholders(text);
  if (pieces.length === 1) return [{ text }];
  return pieces.map((piece) => {
    const expression = isPlaceholder(piece) ? referenceTo(piece, of) : undefined;
    return expression === undefined ? { text: piece } : { expression };
  });
}

/** What is in another module cannot be referred to from here. */
function referenceTo(text: string, { references, module }: FittedTerraform): string | undefined {
  const expression = references.get(text);
  if (expression === undefined) return undefined;
  const here = expression.startsWith(module) ? expression.slice(module.length) : expression;
  const isElsewhere =
    here.startsWith('module.') || (here === expression && module !== '' && !/^(?:var|local)\./.test(here));
  return isElsewhere ? undefined : here;
}

function statementLines({ Effect, Action, Resource, Condition = {} }: Statement, expression: Expression) {
  return separated([
    [`effect = ${quoted(Effect)}`],
    list('actions', Action, expression),
    list('resources', Resource, expression),
    ...conditionsOf(Condition).map(({ operator, key, values }) =>
      block('condition', [
        `test     = ${quoted(operator)}`,
        `variable = ${written(key, expression)}`,
        '',
        ...list('values', values, expression),
      ]),
    ),
  ]);
}

function conditionsOf(conditions: Conditions) {
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
}

function list(name: string, texts: readonly string[], expression: Expression): readonly string[] {
  return [`${name} = [`, ...texts.map((text) => `  ${written(text, expression)},`), ']'];
}

function block(head: string, lines: readonly string[]): readonly string[] {
  return [`${head} {`, ...lines.map((line) => (line === '' ? '' : `  ${line}`)), '}'];
}

function separated(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

function written(text: string, { name, of }: Expression): string {
  const pieces = (of === undefined ? [{ text }] : piecesIn(text, of)).flatMap((piece): readonly Piece[] =>
    'expression' in piece
      ? [piece]
      : splitAtPlaceholders(piece.text)
          .filter((each) => each !== '')
          .map((each) => (isPlaceholder(each) ? { expression: name(each.slice(2, -1)) } : { text: each })),
  );
  const [only, ...more] = pieces;
  if (only !== undefined && more.length === 0 && 'expression' in only) return only.expression;
  const written = pieces.map((piece, index) => {
    if ('expression' in piece) return `\${${piece.expression}}`;
    const literal = inQuotes(piece.text);
    // `$${var.x}` would be an escape.
    return index < pieces.length - 1 && literal.endsWith('$') ? `${literal.slice(0, -1)}\${"$"}` : literal;
  });
  return `"${written.join('')}"`;
}

function quoted(text: string): string {
  return `"${inQuotes(text)}"`;
}

/**
 * Source: https://developer.hashicorp.com/terraform/language/expressions/strings. The data source makes `${` of `&{`,
 * for which it has no escape: `?` matches the `&`.
 */
function inQuotes(text: string): string {
  return escapeControls(text.replaceAll('&{', '?{').replaceAll('\\', '\\\\').replaceAll('"', '\\"'))
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{');
}
