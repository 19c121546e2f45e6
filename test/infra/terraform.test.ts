import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { isArray, isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import { parseText } from '../../src/asl/parse.ts';
import { substitute } from '../../src/asl/substitute.ts';
import { own } from '../../src/own.ts';
import { propertiesOf, readTemplate, resourceTypeOf, section } from '../../src/template/read.ts';
import { BOUNDARY, EVERYTHING } from '../functions/stack.ts';
import { resourcesOf, TEMPLATE } from '../support/deployed.ts';
import { type Parameters, resolve, type Stack } from '../support/intrinsics.ts';
import {
  DEPLOYER,
  listOf,
  type ModuleResource,
  moduleResources,
  TWINS,
  type Variables,
} from '../support/terraformModule.ts';
import { PARTS, plain, SHAPES, shapeOf, twinNamed } from './terraformShapes.ts';

/**
 * infra/terraform deploys what template.yaml deploys: resource by resource, property by property, with every parameter. What a
 * template has more fails here until the module has it, too, or DIFFERENCES says why not.
 */

/** Each parameter has another value than its default in one of them. */
const SETS: Readonly<Record<string, Parameters>> = {
  'the defaults': {},
  'every parameter': {
    ...EVERYTHING,
    LookUp: 'disabled',
    Ceiling: 'dynamodb:*,lambda:InvokeFunction',
    Wildcards: 'refuse',
    SweepSchedule: 'rate(2 hours)',
    SweepAlarmSeconds: '21600',
    AlertEmail: 'team@example.com',
    Architecture: 'x86_64',
    LogRetentionInDays: '365',
  },
  'no alarms and no dashboard': { Alarms: 'disabled', Dashboard: 'disabled', FunctionBoundaryArn: BOUNDARY },
  'no sweep': { Sweep: 'disabled', XRayTracing: 'true' },
  'no re-check': { DriftCheck: 'disabled', AlertEmail: 'team@example.com' },
  'keys of a bucket that is not read': { DefinitionKeyArns: EVERYTHING['DefinitionKeyArns'] ?? '' },
};

const GUARD = 'the guard is a Hook of CloudFormation and sees what it deploys; infra/guard.yaml deploys it alone';

/** Parameters that Terraform's deployment has not, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  DirectInvocation: 'the function is invoked directly; deployers says by whom',
  ServiceTokenExportName: 'CloudFormation exports; the output function_name does that',
  Guard: GUARD,
  GuardStackNames: GUARD,
  GuardExcludedStackNames: GUARD,
  GuardStackRoles: GUARD,
  GuardExcludedStackRoles: GUARD,
};

/** Variables that template.yaml has no parameter for, and why. */
const MORE: Readonly<Record<string, string>> = {
  name: 'the stack’s name',
  bundles: 'where the SAM CLI finds the bundles by itself',
  deployers: 'who may invoke the function: CloudFormation has its own answer',
  allow_guarded_actions: 'a request may be anybody’s who may invoke the function',
};

/** Outputs that are called otherwise. */
const OUTPUTS: Readonly<Record<string, string>> = { ServiceToken: 'function_name' };

function snakeCase(name: string): string {
  return name
    .replace(/^XRay/, 'XRay')
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
    .toLowerCase();
}

function variablesOf(parameters: Parameters): Variables {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const declared = own(section(TEMPLATE, 'Parameters'), name);
      const isList = isObject(declared) && own(declared, 'Type') === 'CommaDelimitedList';
      return [snakeCase(name), isList ? value.split(',').filter((item) => item !== '') : value];
    }),
  );
}

interface Difference {
  readonly why: string;
  /** What the twin has instead. */
  readonly instead: (properties: JsonObject) => JsonObject;
}

const TAG = 'aws:ResourceTag/rolefit:deployer';
const INVOKED = 'arn:aws:lambda:eu-west-1:111122223333:function:rolefit-RolePolicyFunction';

/** What is different on purpose, by logical ID. */
const DIFFERENCES: Readonly<Record<string, Difference>> = {
  Dashboard: {
    why: 'there is no guard, whose graph stands above the last',
    instead: ({ DashboardBody = null, ...properties }) => {
      const widgets = isObject(DashboardBody) && isArray(DashboardBody['widgets']) ? DashboardBody['widgets'] : [];
      const others = widgets.filter((widget) => !JSON.stringify(widget).includes('"guard"'));
      assert.equal(others.length, widgets.length - 1);
      const raised = others.map((widget) => (isObject(widget) && widget['y'] === 18 ? { ...widget, y: 12 } : widget));
      return { ...properties, DashboardBody: { widgets: raised } };
    },
  },
  RolePolicyFunction: {
    why: 'another entry of the same bundle answers Terraform; it allows what it was deployed with, since anybody may ask',
    instead: (properties) => ({
      ...properties,
      Description: "Answers aws_lambda_invocation - reads a definition and keeps its role's policy.",
      Handler: 'terraform.handler',
      Environment: withVariables(properties, { ALLOW_GUARDED_ACTIONS: '' }),
    }),
  },
  RolePolicyInvocation: {
    why: 'CloudFormation does not call it: the roles that it writes, and all but the deployers, may not',
    instead: ({ ResourceArn = null }) => ({
      ResourceArn,
      PolicyDocument: {
        Statement: [
          {
            Sid: 'NoFittedRole',
            Effect: 'Deny',
            Principal: '*',
            Action: 'lambda:InvokeFunction',
            Resource: [INVOKED, `${INVOKED}:*`],
            Condition: { StringEquals: { 'aws:PrincipalTag/rolefit:managed': 'true' } },
          },
          {
            Sid: 'OnlyDeployers',
            Effect: 'Deny',
            Principal: '*',
            Action: 'lambda:InvokeFunction',
            Resource: [INVOKED, `${INVOKED}:*`],
            Condition: { ArnNotLike: { 'aws:PrincipalArn': DEPLOYER } },
          },
        ],
      },
    }),
  },
  RolePolicyFunctionRole: {
    why: 'it changes roles only that name Terraform as their deployer, and has nothing to ask CloudFormation',
    instead: (properties) => ({
      ...properties,
      Description: "rolefit's function for Terraform. Changes policies of execution roles with both tags only.",
      Policies: withStatements(properties, (statements) =>
        statements
          .filter(
            ({ Action }) => !listOf(Action ?? null).some((action) => String(action).startsWith('cloudformation:')),
          )
          .map(withDeployer),
      ),
    }),
  },
  DriftCheckFunction: {
    why: 'the dashboard has no stack of its own; src/recheck/ownResources.ts knows it by the deployment’s name',
    instead: (properties) => {
      const variables = variablesIn(properties);
      const arns = String(variables['OWN_ARNS'])
        .split(',')
        .filter((arn) => !arn.endsWith('DashboardStack'));
      return { ...properties, Environment: withVariables(properties, { OWN_ARNS: arns.join(',') }) };
    },
  },
};

function variablesIn(properties: JsonObject): JsonObject {
  const environment = properties['Environment'];
  const variables = isObject(environment) ? environment['Variables'] : undefined;
  return isObject(variables) ? variables : {};
}

function withVariables(properties: JsonObject, more: JsonObject): Json {
  return { Variables: { ...variablesIn(properties), ...more } };
}

function withStatements(
  { Policies = [] }: JsonObject,
  change: (statements: readonly JsonObject[]) => readonly JsonObject[],
): Json {
  return listOf(Policies).map((policy) => {
    if (!isObject(policy) || !isObject(policy['PolicyDocument'])) return policy;
    const statements = listOf(policy['PolicyDocument']['Statement'] ?? []).filter(isObject);
    return { ...policy, PolicyDocument: { Statement: change(statements) } };
  });
}

/** Wherever the one tag is asked for, the other is, too. */
function withDeployer(statement: JsonObject): JsonObject {
  const { Condition } = statement;
  const equals = isObject(Condition) ? Condition['StringEquals'] : undefined;
  if (!isObject(Condition) || !isObject(equals) || !('aws:ResourceTag/rolefit:managed' in equals)) return statement;
  return { ...statement, Condition: { ...Condition, StringEquals: { ...equals, [TAG]: 'terraform' } } };
}

/** CloudFormation and Terraform choose names in ways of their own; where the template gives one, the module gives the same. */
const NAMES = ['FunctionName', 'LogGroupName', 'Name', 'QueueName', 'TopicName'];

interface Expected {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** What the template deploys, the templates that it nests included. */
function expectedOf(parameters: Parameters): readonly Expected[] {
  return expectedIn({ template: TEMPLATE, parameters });
}

function expectedIn(stack: Stack): readonly Expected[] {
  return resourcesOf(stack).flatMap(([id, resource]): readonly Expected[] => {
    const type = resourceTypeOf(resource);
    const properties = resolve(propertiesOf(resource), stack);
    assert.ok(isObject(properties));
    if (type !== 'AWS::Serverless::Application') return [{ id, type, properties: complete(type, properties) }];
    const { Location, Parameters } = properties;
    const nested = readTemplate(readFileSync(String(Location), 'utf8'), 'yaml');
    const given = Object.entries(isObject(Parameters) ? Parameters : {}).map(([name, value]) => [name, String(value)]);
    return expectedIn({ template: nested, parameters: Object.fromEntries(given) });
  });
}

/** What stands in files beside the template, or as a text. */
function complete(type: string, { DefinitionUri, DefinitionSubstitutions, ...properties }: JsonObject): JsonObject {
  if (type === 'AWS::CloudWatch::Dashboard') {
    return { ...properties, DashboardBody: JSON.parse(String(properties['DashboardBody'])) };
  }
  if (DefinitionUri === undefined) return properties;
  const values = Object.entries(isObject(DefinitionSubstitutions) ? DefinitionSubstitutions : {});
  const definition = parseText(readFileSync(String(DefinitionUri), 'utf8'), 'json');
  const texts = Object.fromEntries(values.map(([name, value]) => [name, String(value)]));
  return { ...properties, Definition: substitute(definition, texts) };
}

/** The address of a resource's twin, without the count. */
function twinAddress({ id, type }: Expected): string {
  if (type === 'AWS::CloudWatch::Alarm') return `aws_cloudwatch_metric_alarm.alarm["${id}"]`;
  if (type === 'AWS::CloudWatch::Dashboard') return 'aws_cloudwatch_dashboard.rolefit';
  const address = TWINS[id];
  assert.ok(address, `${id} has no twin in infra/terraform: add one, and name it in TWINS`);
  return address;
}

const plainAddress = (address: string) => address.replace(/\[\d+\]$/, '');

for (const [name, parameters] of Object.entries(SETS)) {
  describe(`with ${name}`, () => {
    let all: readonly ModuleResource[] = [];
    before(async () => {
      all = await moduleResources(variablesOf(parameters));
    });
    const expected = expectedOf(parameters);

    it('the module makes the same resources, and no more', () => {
      const own = all.filter(
        ({ type, address }) => PARTS[type] === undefined && address !== 'terraform_data.deployment',
      );
      assert.deepEqual(
        own.map(({ address }) => plainAddress(address)).toSorted(),
        expected.map(twinAddress).toSorted(),
      );
    });

    for (const one of expected) {
      it(`${one.id} is the same`, () => {
        const twin = all.find(({ address }) => plainAddress(address) === twinAddress(one));
        assert.ok(twin, `${twinAddress(one)} is not there`);
        assert.equal(SHAPES[twin.type]?.[0], one.type);
        const wanted = DIFFERENCES[one.id]?.instead(one.properties) ?? one.properties;
        const unnamed = NAMES.filter((property) => !(property in wanted)).map((property) => [property, null] as const);
        const shape = { ...shapeOf(twin, all), ...Object.fromEntries(unnamed) };
        assert.deepEqual(plain(sameNames(shape, all)), plain(wanted));
      });
    }
  });
}

/** The dashboard names a queue and a log group in its texts. */
function sameNames(shape: JsonObject, all: readonly ModuleResource[]): JsonObject {
  const { DashboardBody } = shape;
  if (DashboardBody === undefined) return shape;
  const text = JSON.stringify(DashboardBody)
    .replace('"rolefit-dead-letters"', () => `"${twinNamed('aws_sqs_queue', 'rolefit-dead-letters', all)}"`)
    .replace("'/aws/lambda/rolefit-drift-check'", () => {
      return `'${twinNamed('aws_cloudwatch_log_group', '/aws/lambda/rolefit-drift-check', all)}'`;
    });
  return { ...shape, DashboardBody: JSON.parse(text) };
}

describe('the differences', () => {
  it('are of resources that are there, and are differences', () => {
    const expected = expectedOf({});
    for (const [id, { instead, why }] of Object.entries(DIFFERENCES)) {
      const one = expected.find((resource) => resource.id === id);
      assert.ok(one, id);
      assert.notDeepEqual(plain(instead(one.properties)), plain(one.properties), why);
    }
  });

  it('are none where a resource is a part of another in CloudFormation', async () => {
    const types = new Set((await moduleResources()).map(({ type }) => type));
    for (const [type, of] of Object.entries(PARTS)) assert.ok(types.has(type), `${type}: ${of}`);
  });
});

const declared = section(TEMPLATE, 'Parameters');
const variables = readFileSync('infra/terraform/variables.tf', 'utf8')
  .split(/^variable /m)
  .slice(1)
  .map((text) => [/^"(\w+)"/.exec(text)?.[1] ?? '', text] as const);

/** The default of a variable as CloudFormation writes it. */
function defaultOf(text: string): string | undefined {
  const [, value] = /^ {2}default += (.+)$/m.exec(text) ?? [];
  return value === '[]' ? '' : value?.replace(/^"(.*)"$/, '$1');
}

describe('variables', () => {
  it('are the parameters of the template, and what MORE explains', () => {
    const named = Object.keys(declared).filter((name) => WITHOUT[name] === undefined);
    assert.deepEqual(
      variables.map(([name]) => name).toSorted(),
      [...named.map(snakeCase), ...Object.keys(MORE)].toSorted(),
    );
  });

  for (const [name, parameter] of Object.entries(declared)) {
    if (WITHOUT[name] !== undefined || !isObject(parameter)) continue;
    it(`${snakeCase(name)} has the default and the values of ${name}`, () => {
      const text = variables.find(([variable]) => variable === snakeCase(name))?.[1] ?? '';
      assert.equal(defaultOf(text), String(parameter['Default']));
      const { AllowedValues: values, MinValue: least, MaxValue: most, AllowedPattern: pattern } = parameter;
      if (isArray(values) && !/type += bool/.test(text)) {
        const [, listed = ''] = /contains\((\[.*\]),/.exec(text) ?? [];
        assert.deepEqual(JSON.parse(listed), values);
      }
      if (least !== undefined) assert.ok(text.includes(`>= ${least} &&`) && text.includes(`<= ${most}`), text);
      // In a list an item is never empty, and HCL escapes what the expression does.
      if (typeof pattern === 'string') {
        const item = /type += list/.test(text) ? pattern.replace(/^\^\(\?:(.*)\)\?\$$/, '^$1$') : pattern;
        assert.ok(text.includes(`regex("${item.replaceAll('\\', '\\\\')}",`), item);
      }
    });
  }

  it('are each given another value in one of the sets above', () => {
    const untried = Object.entries(declared).filter(([name, parameter]) => {
      const usual = isObject(parameter) ? String(parameter['Default']) : '';
      return WITHOUT[name] === undefined && !Object.values(SETS).some((set) => (set[name] ?? usual) !== usual);
    });
    assert.deepEqual(
      untried.map(([name]) => name),
      [],
    );
  });
});

describe('outputs', () => {
  it('are those of the template', () => {
    const text = readFileSync('infra/terraform/outputs.tf', 'utf8');
    const outputs = [...text.matchAll(/^output "(\w+)"/gm)].map(([, name = '']) => name);
    const wanted = Object.keys(section(TEMPLATE, 'Outputs')).map((name) => OUTPUTS[name] ?? snakeCase(name));
    // Who runs Terraform needs the permission to invoke it.
    assert.deepEqual(outputs.toSorted(), [...wanted, 'function_arn'].toSorted());
  });
});
