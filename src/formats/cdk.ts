import type { Conditions } from '../grants/grant.ts';
import { isPlaceholder, splitAtPlaceholders } from '../iam/text.ts';
import { own } from '../own.ts';
import type { Statement } from '../policy/policy.ts';
import type { Placeholders } from '../template/placeholder.ts';
import {
  camel,
  commentText,
  escapeControls,
  type Fitted,
  identifiers,
  openNames,
  pascal,
  placeholdersOf,
} from './fitted.ts';

/** A TypeScript function for each state machine that makes the statements of its role, for the CDK. */
export function cdk(machines: readonly Fitted[]): string {
  const functions = identifiers(
    machines.map(({ label, name }) => `${name}\0${label}`),
    (key) => `${camel(key.split('\0')[0] ?? '')}Statements`,
  );
  const bodies = machines.map((fitted) =>
    functionOf(fitted, functions.get(`${fitted.name}\0${fitted.label}`) ?? camel(fitted.name)),
  );
  const whole = bodies.join('\n');
  const core = [/\bAws(?=\.[A-Za-z])/, /\bFn(?=\.[A-Za-z])/, /\bToken(?=\.[A-Za-z])/].flatMap(
    (use) => use.exec(whole)?.[0] ?? [],
  );
  return [
    ...(core.length === 0 ? [] : [`import { ${core.join(', ')} } from 'aws-cdk-lib';\n`]),
    "import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';\n",
    `\n${whole}`,
  ].join('');
}

function functionOf(fitted: Fitted, name: string): string {
  const placeholders = placeholdersOf(fitted);
  const values = identifiers(openNames(fitted), camel);
  const parameter = values.size === 0 ? '' : `given: ${typeOf([...values.values()])}`;
  const argument = values.size === 0 ? '' : '{ … }';
  const value = expressionOf(placeholders, values);
  const shown = fitted.policies.map(({ Statement: statements }) =>
    statements.flatMap((statement) => statementLines(statement, value)),
  );
  const docs = [
    `What the execution role of ${commentText(fitted.label).replaceAll('*/', '* /')} may do.`,
    ...[...values].map(([open, identifier]) => `\`${identifier}\` is the value of \${${open}}.`),
    ...(fitted.isSplit
      ? [
          `new ManagedPolicy(this, '${pascal(fitted.name)}Policy1', { statements: ${name}(${argument})[0], roles: [role] });`,
        ]
      : [`for (const statement of ${name}(${argument})) role.addToPrincipalPolicy(statement);`]),
  ];
  const lists = fitted.isSplit ? shown.flatMap((lines) => ['[', ...lines.map(deeper), '],']) : shown.flat();
  return [
    '/**',
    ...docs.map((line) => ` * ${line}`),
    ' */',
    `export function ${name}(${parameter}): PolicyStatement[]${fitted.isSplit ? '[]' : ''} {`,
    '  return [',
    ...lists.map((line) => `    ${line}`),
    '  ];',
    '}',
    '',
  ].join('\n');
}

function typeOf(identifierList: readonly string[]): string {
  return `{ ${identifierList.map((each) => `readonly ${each}: string`).join('; ')} }`;
}

function deeper(line: string): string {
  return `  ${line}`;
}

type Value = (text: string) => string;

function statementLines({ Effect, Action, Resource, Condition }: Statement, value: Value): readonly string[] {
  return [
    'new PolicyStatement({',
    `  effect: Effect.${Effect === 'Allow' ? 'ALLOW' : 'DENY'},`,
    ...list('actions', Action, value).map(deeper),
    ...list('resources', Resource, value).map(deeper),
    ...(Condition === undefined ? [] : conditionLines(Condition, value).map(deeper)),
    '}),',
  ];
}

function list(name: string, texts: readonly string[], value: Value): readonly string[] {
  return [`${name}: [`, ...texts.map((text) => `  ${value(text)},`), '],'];
}

function conditionLines(conditions: Conditions, value: Value): readonly string[] {
  const operators = Object.entries(conditions).flatMap(([operator, keys]) => [
    `${propertyKey(value(operator))}: {`,
    ...Object.entries(keys).flatMap(([key, values]) => list(propertyKey(value(key)), values, value).map(deeper)),
    '},',
  ]);
  return ['conditions: {', ...operators.map(deeper), '},'];
}

/** A computed key stands in brackets. */
function propertyKey(expression: string): string {
  return expression.startsWith("'") ? expression : `[${expression}]`;
}

function expressionOf(placeholders: Placeholders, values: ReadonlyMap<string, string>): Value {
  const one = (text: string) => {
    const name = text.slice(2, -1);
    const property = values.get(name);
    return property === undefined ? tokenOf(text, name, placeholders) : `given.${property}`;
  };
  return (text) => {
    if (isPlaceholder(text)) return one(text);
    const pieces = splitAtPlaceholders(text);
    if (pieces.length === 1) return quoted(text);
    return `\`${pieces.map((piece, index) => (index % 2 === 0 ? inBackticks(piece) : `\${${one(piece)}}`)).join('')}\``;
  };
}

/** Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Aws.html */
const PSEUDO: Readonly<Record<string, string | undefined>> = {
  'AWS::AccountId': 'Aws.ACCOUNT_ID',
  'AWS::Partition': 'Aws.PARTITION',
  'AWS::Region': 'Aws.REGION',
  'AWS::StackId': 'Aws.STACK_ID',
  'AWS::StackName': 'Aws.STACK_NAME',
  'AWS::URLSuffix': 'Aws.URL_SUFFIX',
};

/** A token for a resource, parameter or function of the template, by its logical ID, which the stack must have. */
function tokenOf(text: string, name: string, placeholders: Placeholders): string {
  const known = own(placeholders, text);
  if (known?.intrinsic !== undefined) return `Token.asString(${JSON.stringify(known.intrinsic)})`;
  const pseudo = own(PSEUDO, name);
  if (pseudo !== undefined) return pseudo;
  const [id = '', attribute] = name.split(/\.(.*)/s);
  return attribute === undefined
    ? `Fn.ref(${quoted(name)})`
    : `Fn.getAtt(${quoted(id)}, ${quoted(attribute)}).toString()`;
}

function quoted(text: string): string {
  return `'${escaped(text).replaceAll("'", "\\'")}'`;
}

function inBackticks(text: string): string {
  return escaped(text).replaceAll('`', '\\`').replaceAll('${', '\\${');
}

function escaped(text: string): string {
  return escapeControls(text.replaceAll('\\', '\\\\'));
}
