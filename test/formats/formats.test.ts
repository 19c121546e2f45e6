import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { isArray, isObject, type Json } from '../../src/asl/json.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import type { Fitted } from '../../src/formats/fitted.ts';
import { type Language, WRITERS } from '../../src/formats/formats.ts';
import { templateYaml } from '../../src/formats/templateYaml.ts';
import { hasPlaceholder } from '../../src/iam/text.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { readSnippet } from '../../src/template/read.ts';
import { fromCdk, fromTemplateYaml, fromTerraform, normalized, writtenOutIn } from './decode.ts';

const GOLDEN = fileURLToPath(new URL('../cli/golden-formats/', import.meta.url));
const TEMPLATE = join(GOLDEN, 'template.yaml');
const TEMPLATE_TEXT = readFileSync(TEMPLATE, 'utf8');
const EXAMPLE = fileURLToPath(new URL('../../examples/order-fulfilment.asl.json', import.meta.url));
const LANGUAGES = ['yaml', 'sam', 'cloudformation', 'terraform', 'cdk'] as const satisfies readonly Language[];
const ENDINGS: Readonly<Record<Language, string>> = {
  yaml: 'yaml.yaml',
  sam: 'sam.yaml',
  cloudformation: 'cloudformation.yaml',
  terraform: 'terraform.tf',
  cdk: 'cdk.ts.txt',
};

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-formats-'));
});
after(() => rmSync(folder, { recursive: true }));

async function printed(file: string, ...options: readonly string[]): Promise<string> {
  return (await runGenerate([file, ...options])).stdout;
}

/** The policy as JSON, parameters left as in the other formats. */
async function policiesOf(): Promise<Readonly<Record<string, Json>>> {
  const made: Record<string, Json> = {};
  for (const id of ['Orders', 'Billing']) {
    const text = await printed(TEMPLATE, '--state-machine', id, '--parameter', 'Stage=${Stage}');
    made[id] = writtenOutIn(JSON.parse(text), TEMPLATE_TEXT);
  }
  return made;
}

describe('the output stays what it was (UPDATE_GOLDEN=1 writes it anew)', () => {
  const cases = LANGUAGES.flatMap((format) => [
    { format, file: TEMPLATE, name: 'template', options: [] },
    { format, file: EXAMPLE, name: 'definition', options: ['--name', 'orders', '--logging'] },
  ]);
  for (const { format, file, name, options } of cases) {
    it(`${format} of a ${name}`, async () => {
      const golden = join(GOLDEN, `${name}.${ENDINGS[format]}`);
      const relative = (text: string) => text.replaceAll(file, name);
      const text = relative(await printed(file, '--format', format, ...options));
      if (process.env['UPDATE_GOLDEN'] !== undefined) {
        assert.equal(
          process.env['CI'],
          undefined,
          'UPDATE_GOLDEN is for a person who reads the difference, not for CI',
        );
        writeFileSync(golden, text);
      }
      assert.equal(text, readFileSync(golden, 'utf8'));
    });
  }
});

describe('what is printed means the policy', () => {
  it('sam: the Policies resolve to it in the template', async () => {
    const documents = (await printed(TEMPLATE, '--format', 'sam')).split('---\n');
    const read = documents.map((text) => fromTemplateYaml(text, TEMPLATE_TEXT));
    assert.deepEqual(
      read,
      Object.values(await policiesOf()).map((policy) => ({ Policies: [policy] })),
    );
  });

  it("cloudformation: the template's roles get it", async () => {
    const read = fromTemplateYaml(await printed(TEMPLATE, '--format', 'cloudformation'), TEMPLATE_TEXT);
    const { Orders = null, Billing = null } = await policiesOf();
    const policy = (name: string, PolicyDocument: Json, role: string) => ({
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: name, PolicyDocument, Roles: [role] },
    });
    assert.deepEqual(read, {
      Resources: {
        OrdersPolicy: policy('OrdersPolicy', Orders, '${OrdersRole}'),
        BillingPolicy: policy('BillingPolicy', Billing, '${BillingRole}'),
      },
    });
  });

  it('terraform: the documents have it, with a variable for each placeholder', async () => {
    const { policies, variables, sources } = await fromTerraform(await printed(TEMPLATE, '--format', 'terraform'));
    assert.deepEqual([...sources].sort(), ['aws_caller_identity', 'aws_partition', 'aws_region']);
    assert.ok(variables.includes('table_arn'));
    const names: Readonly<Record<string, string>> = {
      'data.aws_caller_identity.current.account_id': 'AWS::AccountId',
      'data.aws_partition.current.partition': 'AWS::Partition',
      'data.aws_region.current.region': 'AWS::Region',
      'var.bucket': 'Bucket',
      'var.charge_alias': 'Charge.Alias',
      'var.if_is_prod_arn': 'IfIsProdArn',
      'var.import_other_table': 'ImportOtherTable',
      'var.orders_arn': 'Orders.Arn',
      'var.orders_name': 'Orders.Name',
      'var.queue_arn': 'Queue.Arn',
      'var.stage': 'Stage',
      'var.table_arn': 'Table.Arn',
      'var.topic_arn': 'TopicArn',
    };
    const back = (json: Json) =>
      normalized(json, (text) => text.replaceAll(/\$\{([a-z][^}]*)\}/g, (_, name: string) => `\${${names[name]}}`));
    const { Orders, Billing } = await policiesOf();
    assert.deepEqual(writtenOutIn(back(policies['orders'] ?? null), TEMPLATE_TEXT), Orders);
    assert.deepEqual(writtenOutIn(back(policies['billing'] ?? null), TEMPLATE_TEXT), Billing);
  });

  it('cdk: the functions make it', async () => {
    const made = fromCdk(await printed(TEMPLATE, '--format', 'cdk'));
    const back = (json: Json) =>
      normalized(json, (text) =>
        text.replace(/<\{"Fn::If".*\}>/, '${IfIsProdArn}').replace(/<.*>/, '${ImportOtherTable}'),
      );
    const { Orders, Billing } = await policiesOf();
    assert.deepEqual(writtenOutIn(back(made['ordersStatements'] ?? null), TEMPLATE_TEXT), Orders);
    assert.deepEqual(writtenOutIn(back(made['billingStatements'] ?? null), TEMPLATE_TEXT), Billing);
  });

  it('cdk: the types are those of the CDK', async () => {
    // The signatures of aws-cdk-lib 2 that the output uses.
    const types = `declare module 'aws-cdk-lib' {
  export class Aws { static readonly REGION: string; static readonly ACCOUNT_ID: string; static readonly PARTITION: string }
  export class Fn { static ref(name: string): string; static getAtt(id: string, name: string): { toString(): string } }
  export class Token { static asString(value: any): string }
}
declare module 'aws-cdk-lib/aws-iam' {
  export enum Effect { ALLOW = 'Allow', DENY = 'Deny' }
  export interface PolicyStatementProps {
    readonly effect?: Effect; readonly actions?: string[]; readonly resources?: string[];
    readonly conditions?: { [key: string]: any };
  }
  export class PolicyStatement { constructor(props?: PolicyStatementProps) }
}
`;
    writeFileSync(join(folder, 'cdk.d.ts'), types);
    writeFileSync(join(folder, 'template.ts'), await printed(TEMPLATE, '--format', 'cdk'));
    writeFileSync(join(folder, 'split.ts'), await printed(TEMPLATE, '--format', 'cdk', '--split'));
    writeFileSync(join(folder, 'definition.ts'), await printed(EXAMPLE, '--format', 'cdk', '--name', '${Name}'));
    const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
    const files = ['cdk.d.ts', 'template.ts', 'split.ts', 'definition.ts'].map((name) => join(folder, name));
    execFileSync(tsc, ['--ignoreConfig', '--strict', '--noEmit', '--types', '', ...files], { encoding: 'utf8' });
  });
});

/** A policy that has these texts where a policy has texts. */
function policyWith(texts: readonly string[]): Policy {
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: texts },
      {
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: ['*'],
        Condition: { StringLike: { 'iam:PassedToService': texts } },
      },
    ],
  };
}

function fittedWith(policy: Policy): Fitted {
  return { label: 'test', name: 'test', policies: [policy], isSplit: false, template: undefined };
}

describe('any text comes back from every language as it was', () => {
  const piece = fc.oneof(
    fc.constantFrom('${AWS::Region}', '${Queue.Arn}', '${Name}', '${*}', '${?}', '${$}', '${aws:username}', '*', ': '),
    fc.constantFrom('"', "'", '\\', '`', '%{', '$', '{', '}', '#', ' ', '\n', 'on', '0777', '!Sub', '- ', '$${', '\\n'),
    fc.string({ maxLength: 8 }),
  );
  const texts = fc.array(
    fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('')),
    { minLength: 1, maxLength: 4 },
  );
  const template = 'Resources: {}';

  it('yaml and sam', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const policy = policyWith(list);
        assert.deepEqual(parseYaml(WRITERS.yaml([fittedWith(policy)])), policy);
        const { Policies } = objectOf(fromTemplateYaml(WRITERS.sam([fittedWith(policy)]), template));
        assert.deepEqual(Policies, [normalized(JSON.parse(JSON.stringify(policy)))]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('writes a text of several lines on one', () => {
    const long = `${'x'.repeat(200)}\n::error::y\r\nz`;
    const yaml = templateYaml({ Resource: [long, { 'Fn::Sub': long }] });
    assert.doesNotMatch(yaml, /^\s*::/m);
    assert.deepEqual(readSnippet(yaml, 'yaml').json, { Resource: [long, { 'Fn::Sub': long }] });
  });

  it('the functions of a template, in their short forms', () => {
    const { json } = fc.letrec<{ json: Json; call: Json }>((tie) => ({
      call: fc.oneof(
        fc
          .tuple(fc.constantFrom('Ref', 'Fn::Sub', 'Fn::ImportValue'), fc.string())
          .map(([name, text]) => ({ [name]: text })),
        fc
          .tuple(fc.constantFrom('Fn::ImportValue', 'Fn::Base64'), tie('call'))
          .map(([name, inner]) => ({ [name]: inner })),
        fc
          .tuple(fc.constantFrom('Fn::If', 'Fn::Select', 'Fn::Join'), fc.array(tie('json')))
          .map(([name, list]) => ({ [name]: list })),
        fc.constant({ 'Fn::GetAtt': ['Queue', 'Arn'] }),
        fc.constant({ 'Fn::Transform': { Name: 'AWS::Include' } }),
      ),
      json: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(
          fc.string(),
          fc.integer(),
          fc.boolean(),
          fc.constantFrom('on', '1', 'null', '~', '!Ref x', 'a: b', '- a'),
        ),
        tie('call'),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('Condition', 'Resource', 'a b', '*'), tie('json'), {
          maxKeys: 3,
          noNullPrototype: true,
        }),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => assert.deepEqual(readSnippet(templateYaml(value), 'yaml').json, value)),
      { seed: 4, numRuns: 1000 },
    );
  });

  it('cdk', () => {
    const given = { name: '${Name}', queueArn: '${Queue.Arn}' };
    fc.assert(
      fc.property(texts, (list) => {
        const policy = policyWith(list);
        const known = list.every((text) => !/\$\{(?!AWS::Region|Queue\.Arn|Name|[^A-Za-z_]|aws:)/.test(text));
        fc.pre(known);
        assert.deepEqual(fromCdk(WRITERS.cdk([fittedWith(policy)]), given), { testStatements: policy });
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('terraform, but for &{, which the provider reads as ${', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const plain = list.map((text) => text.replaceAll(/\$\{(?=AWS|Queue|Name)|&\{|[^ -~\n]/g, 'x'));
        fc.pre(!plain.some(hasPlaceholder));
        const policy = policyWith(plain);
        const { policies } = await fromTerraform(WRITERS.terraform([fittedWith(policy)]));
        assert.deepEqual(policies['test'], policy);
      }),
      { seed: 3, numRuns: 200 },
    );
    const { policies } = await fromTerraform(WRITERS.terraform([fittedWith(policyWith(['a&{b}']))]));
    assert.match(JSON.stringify(policies), /a\?\{b\}/);
  });
});

describe('what a placeholder becomes', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    // the text, sam, terraform, cdk
    ['${AWS::Region}', '!Ref AWS::Region', 'data.aws_region.current.region', 'Aws.REGION'],
    ['${Q.Arn}', '!GetAtt Q.Arn', 'var.q_arn', 'given.qArn'],
    ['${Orders}', '!Ref Orders', 'var.orders', 'given.orders'],
    ['a/${Orders}', '!Sub a/${Orders}', '"a/${var.orders}"', '`a/${given.orders}`'],
    ['a/${*}', 'a/${*}', '"a/$${*}"', "'a/${*}'"],
    ['${*}/${Orders}', '!Sub ${!*}/${Orders}', '"$${*}/${var.orders}"', '`\\${*}/${given.orders}`'],
    ['$${Orders}', '!Sub $${Orders}', '"${"$"}${var.orders}"', '`$${given.orders}`'],
    ['${count}', '!Ref count', 'var.count_value', 'given.count'],
  ];
  for (const [text, ...expected] of cases) {
    it(text, () => {
      const made = (['sam', 'terraform', 'cdk'] as const).map((format) =>
        WRITERS[format]([fittedWith(policyWith([text]))]),
      );
      for (const [index, output] of made.entries()) {
        assert.ok(output.includes(expected[index] ?? '?'), `${expected[index]}\n${output}`);
      }
    });
  }

  it('two placeholders of one spelling are two variables', async () => {
    const policy = policyWith(['${Queue.Arn}', '${QueueArn}']);
    const { variables } = await fromTerraform(WRITERS.terraform([fittedWith(policy)]));
    assert.deepEqual(variables, ['queue_arn', 'queue_arn_2']);
    assert.match(WRITERS.cdk([fittedWith(policy)]), /queueArn: string; readonly queueArn_2: string/);
  });

  it('says which value it was not told', () => {
    const yaml = WRITERS.sam([fittedWith(policyWith(['${Table}']))]);
    assert.match(
      yaml,
      /^# \$\{Table\} stands for nothing in this file; give its value with --substitute Table=VALUE$/m,
    );
  });
});

describe('several policies and several state machines', () => {
  it('--split makes managed policies', async () => {
    const read = objectOf(
      fromTemplateYaml(await printed(EXAMPLE, '--format', 'cloudformation', '--split'), 'Resources: {}'),
    );
    const resources = objectOf(read['Resources'] ?? null);
    assert.deepEqual(Object.keys(resources), ['OrderFulfilmentPolicy1', 'OrderFulfilmentRole']);
    assert.match(
      JSON.stringify(resources['OrderFulfilmentRole']),
      /"ManagedPolicyArns":\["\$\{OrderFulfilmentPolicy1\}"\]/,
    );
    const { policies } = await fromTerraform(await printed(EXAMPLE, '--format', 'terraform', '--split'));
    assert.deepEqual(Object.keys(policies), ['order_fulfilment_1']);
  });

  it('JSON is an object by logical ID, or the one policy that was asked for', async () => {
    const all = JSON.parse(await printed(TEMPLATE));
    assert.deepEqual(Object.keys(all), ['Orders', 'Billing']);
    assert.deepEqual(JSON.parse(await printed(TEMPLATE, '--state-machine', 'Orders')), all.Orders);
    const long = JSON.parse(await printed(TEMPLATE, '--json'));
    assert.deepEqual(Object.keys(long), ['machines']);
    assert.deepEqual(long.machines.Orders.policy, all.Orders);
    assert.deepEqual(
      JSON.parse(await printed(TEMPLATE, '--json', '--state-machine', 'Billing')),
      long.machines.Billing,
    );
  });

  it("a parameter's value: its default in JSON, a reference elsewhere, what was given anywhere", async () => {
    assert.match(await printed(TEMPLATE), /table\/audit-dev"/);
    assert.match(await printed(TEMPLATE, '--parameter', 'Stage=prod'), /table\/audit-prod"/);
    assert.match(await printed(TEMPLATE, '--format', 'sam'), /table\/audit-\$\{Stage\}/);
    assert.match(await printed(TEMPLATE, '--format', 'sam', '--parameter', 'Stage=prod'), /table\/audit-prod/);
  });

  it('stacks of one app may share a logical ID', async () => {
    writeFileSync(join(folder, 'A.template.json'), JSON.stringify(stackOf('M')));
    writeFileSync(join(folder, 'B.template.json'), JSON.stringify(stackOf('M')));
    const artifact = (name: string) => ({ type: 'aws:cloudformation:stack', properties: { templateFile: name } });
    const artifacts = { A: artifact('A.template.json'), B: artifact('B.template.json') };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }));
    const keys = Object.keys(JSON.parse(await printed(folder)));
    assert.deepEqual(keys, [`${folder}/A.template.json M`, `${folder}/B.template.json M`]);
    const { policies } = await fromTerraform(await printed(folder, '--format', 'terraform'));
    assert.deepEqual(Object.keys(policies), ['m', 'm_2']);
  });

  it('a definition that cannot be read is an error; the others are printed', async () => {
    const json = { Resources: { ...stackOf('M').Resources, ...stackOf('Gone', 'gone.json').Resources } };
    writeFileSync(join(folder, 'gone.yaml'), JSON.stringify(json));
    const { status, stdout, stderr } = await runGenerate([join(folder, 'gone.yaml')]);
    assert.deepEqual([status, Object.keys(JSON.parse(stdout))], [1, ['M']]);
    assert.match(stderr, /gone\.yaml:1: error: .*gone\.yaml Gone: the definition file gone\.json is not there/);
  });
});

describe('wrong usage', () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [
      ['--format', 'hcl'],
      /^rolefit: generate: --format "hcl" is none of json, yaml, sam, cloudformation, terraform, cdk, github, sarif\n$/,
    ],
    [['--format', 'sam', '--json'], /--json and --format sam exclude each other/],
    [['--format', 'sam', '--split'], /use --format cloudformation/],
    [['--state-machine', 'X'], /--state-machine is for templates, and .*order-fulfilment\.asl\.json is a definition/],
    [['--parameter', 'X=1'], /--parameter is for templates/],
  ];
  for (const [options, message] of cases) {
    it(options.join(' '), () => {
      const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'generate', EXAMPLE, ...options], {
        encoding: 'utf8',
      });
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
    });
  }
});

/** A template with one state machine, perhaps in a file of its own. */
function stackOf(id: string, file?: string) {
  const definition = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
  const Properties = file === undefined ? { Definition: definition } : { DefinitionUri: file };
  return { Resources: { [id]: { Type: 'AWS::Serverless::StateMachine', Properties } } };
}

function objectOf(json: Json) {
  assert.ok(isObject(json) && !isArray(json));
  return json;
}
