import type { Json, JsonObject } from '../asl/json.ts';
import { isPlaceholder, splitAtPlaceholders } from '../iam/text.ts';
import { own } from '../own.ts';
import type { Policy } from '../policy/policy.ts';
import { type Placeholders, substitutionsOf } from '../template/placeholder.ts';
import { commentText, type Fitted, namesIn, openNames, pascal, placeholdersOf, policyTexts } from './fitted.ts';
import { templateYaml } from './templateYaml.ts';

/** Entries of a template's Resources: the policy on the template's role, or a role with the policy. */
export function cloudFormation(machines: readonly Fitted[]): string {
  return `Resources:\n${machines.map((fitted) => indented(commented(fitted, templateYaml(resourcesOf(fitted))))).join('\n')}`;
}

/** The property `Policies` of AWS::Serverless::StateMachine, a document for each state machine. */
export function sam(machines: readonly Fitted[]): string {
  return machines
    .map((fitted) => {
      const Policies = fitted.policies.map((policy) => policyDocument(policy, placeholdersOf(fitted)));
      return commented(fitted, templateYaml({ Policies }), samNotes(fitted));
    })
    .join('---\n');
}

function samNotes(fitted: Fitted): readonly string[] {
  const { template, name } = fitted;
  if (template === undefined) return [];
  const isCircle = namesIn(policyTexts(fitted)).some((each) => each === name || each.startsWith(`${name}.`));
  return [
    ...(template.isRoleGenerated ? [] : [OWN_ROLE]),
    ...(isCircle ? [`It needs its own ARN here, which CloudFormation refuses as a circle: give ${name} a Name.`] : []),
  ];
}

const OWN_ROLE =
  'It has a Role of its own, with which SAM ignores Policies; --format cloudformation writes a policy for that role.';

function commented(fitted: Fitted, yaml: string, notes: readonly string[] = []): string {
  const where = fitted.template ? 'the template' : 'this file';
  const open = openNames(fitted).map(
    (name) => `\${${name}} stands for nothing in ${where}; give its value with ${optionFor(fitted, name)}`,
  );
  return `${[fitted.label, ...notes, ...open].map((line) => `# ${commentText(line)}\n`).join('')}${yaml}`;
}

function optionFor({ terraform }: Fitted, name: string): string {
  if (terraform === undefined) return `--substitute ${name}=VALUE`;
  return name.startsWith('var.') ? `--var ${name.slice('var.'.length)}=VALUE` : 'a plan (--plan)';
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

/** A policy document with CloudFormation's functions, in their long forms, where its texts have placeholders. */
function policyDocument({ Version, Statement }: Policy, placeholders: Placeholders): JsonObject {
  const values = (texts: readonly string[]) => texts.map((text) => written(text, placeholders));
  return {
    Version,
    Statement: Statement.map(({ Effect, Action, Resource, Condition }) => ({
      Effect,
      Action: values(Action),
      Resource: values(Resource),
      ...(Condition === undefined ? {} : { Condition: mapConditions(Condition, values) }),
    })),
  };
}

type Conditions = NonNullable<Policy['Statement'][number]['Condition']>;

function mapConditions(conditions: Conditions, values: (texts: readonly string[]) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, texts]) => [key, values(texts)])),
    ]),
  );
}

function written(text: string, placeholders: Placeholders): Json {
  if (isPlaceholder(text)) return reference(text, placeholders);
  const pieces = splitAtPlaceholders(text);
  if (pieces.length === 1) return text;
  // Fn::Sub needs `${!*}` for IAM's `${*}`.
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
  const template = pieces
    .map((piece, index) => (index % 2 === 0 ? piece.replaceAll(/\$\{(?=[^{}]*\})/g, '${!') : piece))
    .join('');
  const substitutions = substitutionsOf(text, placeholders);
  return { 'Fn::Sub': substitutions === undefined ? template : [template, substitutions] };
}

/** The value of a placeholder that stands alone. */
export function reference(text: string, placeholders: Placeholders): Json {
  const known = own(placeholders, text);
  if (known?.intrinsic !== undefined) return known.intrinsic;
  const name = text.slice(2, -1);
  const [id = '', attribute] = name.split(/\.(.*)/s);
  // SAM's `Function.Alias` is for Ref alone.
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
  const isSamAlias = known?.resourceType === 'AWS::Serverless::Function' && /^(?:Alias|Version)$/.test(attribute ?? '');
  return attribute === undefined || isSamAlias ? { Ref: name } : { 'Fn::GetAtt': [id, attribute] };
}

function resourcesOf(fitted: Fitted): JsonObject {
  const { template, policies, isSplit } = fitted;
  const id = pascal(fitted.name);
  const documents = policies.map((policy) => policyDocument(policy, placeholdersOf(fitted)));
  const ids = documents.map((_, index) => `${id}Policy${isSplit ? index + 1 : ''}`);
  const role = template?.role;
  const roles = role === undefined ? {} : { Roles: [{ Ref: role }] };
  const named = documents.map((PolicyDocument, index) => ({ PolicyName: ids[index] ?? id, PolicyDocument }));
  if (isSplit) {
    const managed = named.map(({ PolicyDocument }, index) => [
      ids[index] ?? id,
      { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument, ...roles } },
    ]);
    const arns = { ManagedPolicyArns: ids.map((each) => ({ Ref: each })) };
    return { ...Object.fromEntries(managed), ...(role === undefined ? { [`${id}Role`]: executionRole(arns) } : {}) };
  }
  if (role === undefined) return { [`${id}Role`]: executionRole({ Policies: named }) };
  const policy = named.map((properties, index) => [
    ids[index] ?? id,
    { Type: 'AWS::IAM::Policy', Properties: { ...properties, ...roles } },
  ]);
  return Object.fromEntries(policy);
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html#prevent-cross-service-confused-deputy */
function executionRole(properties: JsonObject): JsonObject {
  const trust = {
    Effect: 'Allow',
    Principal: { Service: 'states.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
  };
  return {
    Type: 'AWS::IAM::Role',
    Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] }, ...properties },
  };
}
