import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json, JsonObject } from '../../src/asl/json.ts';
import { readTemplate } from '../../src/template/read.ts';
import {
  type CustomResourceRequest,
  type ResourceEvent,
  whyNotDeployed,
  whyNotInProgress,
} from '../../src/template/request.ts';
import type { StackView } from '../../src/template/shown.ts';

const HOOK = 'arn:aws:lambda:eu-west-1:111122223333:function:rolefit';
const TYPE = 'Custom::StateMachineRolePolicy';
const STACK: StackView = {
  id: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/orders/1',
  status: 'UPDATE_IN_PROGRESS',
  parameters: new Map([
    ['Stage', 'prod'],
    ['Stored', 'from the store'],
  ]),
};

interface Given {
  /** In the template, as they are written. */
  readonly written: JsonObject;
  /** In the request. */
  readonly sent: JsonObject;
  /** In the resource's newest event; CloudFormation shows none, if left out. */
  readonly shown?: JsonObject;
  /** In the event before that. */
  readonly shownBefore?: JsonObject;
  readonly stack?: StackView;
  /** Further sections of the template. */
  readonly sections?: JsonObject;
}

/** Why the request is not taken; undefined where it is. */
function reason({ written, sent, shown, shownBefore, stack = STACK, sections = {} }: Given): string | undefined {
  const ServiceToken = { 'Fn::ImportValue': 'rolefit-ServiceToken' };
  const Parameters = {
    Stage: { Type: 'String' },
    Hidden: { Type: 'String', NoEcho: true, Default: 'not what it is' },
    Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/name/of/it' },
  };
  const Resources = {
    Policy: { Type: TYPE, Properties: { ServiceToken, ...written } },
    Role: { Type: 'AWS::IAM::Role' },
    Queue: { Type: 'AWS::SQS::Queue' },
  };
  const template = readTemplate(JSON.stringify({ Parameters, Resources, ...sections }));
  const event = (properties: JsonObject | undefined) => ({
    logicalId: 'Policy',
    type: TYPE,
    status: 'UPDATE_IN_PROGRESS',
    physicalId: 'p',
    properties: properties && { ServiceToken: HOOK, ...properties },
  });
  return whyNotDeployed(
    request({ properties: { ServiceToken: HOOK, ...sent } }),
    HOOK,
    stack,
    { current: [event(shown)], before: shownBefore && event(shownBefore) },
    template,
    {
      exports: new Map([
        ['rolefit-ServiceToken', HOOK],
        ['prod-table', 'orders'],
      ]),
      physicalIds: new Map([
        ['Role', 'orders-Role-1'],
        ['Queue', 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders-Queue-1'],
      ]),
    },
  );
}

function request(more: Partial<CustomResourceRequest> = {}): CustomResourceRequest {
  return {
    type: 'Update',
    stackId: STACK.id,
    logicalId: 'Policy',
    resourceType: TYPE,
    physicalId: 'p',
    properties: {},
    ...more,
  };
}

describe('what a template gives is what the request must say, where CloudFormation shows no properties', () => {
  const VALUES: readonly (readonly [string, Json, Json])[] = [
    ['a text', 'a', 'a'],
    ['a number, which arrives as a text', 5, '5'],
    ['a boolean, which arrives as a text', true, 'true'],
    ['a list', ['a', { Ref: 'Stage' }], ['a', 'prod']],
    ['an object', { Stage: { Ref: 'Stage' }, constructor: 'b' }, { Stage: 'prod', constructor: 'b' }],
    ['a parameter', { Ref: 'Stage' }, 'prod'],
    ['a parameter from Parameter Store', { Ref: 'Stored' }, 'from the store'],
    ['a pseudo parameter', { 'Fn::Sub': '${AWS::StackName}-${AWS::Region}' }, 'orders-eu-west-1'],
    ['an import', { 'Fn::ImportValue': 'prod-table' }, 'orders'],
    ['an import of a name that is put together', { 'Fn::ImportValue': { 'Fn::Sub': '${Stage}-table' } }, 'orders'],
    ['a joined text', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }]] }, 'a-prod'],
    ['the name of a resource', { Ref: 'Role' }, 'orders-Role-1'],
    ['a resource’s URL', { Ref: 'Queue' }, 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders-Queue-1'],
    ['a choice', { 'Fn::If': ['IsProd', 'big', 'small'] }, 'big'],
  ];
  const sections = { Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } } };

  for (const [what, value, sent] of VALUES) {
    it(what, () => {
      assert.equal(reason({ written: { Value: value }, sent: { Value: sent }, sections }), undefined);
      assert.match(
        reason({ written: { Value: value }, sent: { Value: 'another' }, sections }) ?? '',
        /^property Value.* of Policy is not what is being deployed$/,
      );
    });
  }

  it('null: whether it arrives or not', () => {
    assert.equal(reason({ written: { Value: null }, sent: { Value: null } }), undefined);
    assert.equal(reason({ written: { Value: null }, sent: {} }), undefined);
    assert.match(reason({ written: { Value: null }, sent: { Value: 'null' } }) ?? '', /is not what is being deployed/);
  });

  it('a property that is not written, and one that is taken away by AWS::NoValue', () => {
    assert.match(
      reason({ written: {}, sent: { AllowGuardedActions: ['iam:PassRole'] } }) ?? '',
      /^property AllowGuardedActions of Policy is not what is being deployed$/,
    );
    const written = { Value: { Ref: 'AWS::NoValue' } };
    assert.equal(reason({ written, sent: {} }), undefined);
    assert.match(reason({ written, sent: { Value: 'a' } }) ?? '', /^property Value of Policy is not/);
  });

  for (const [what, value] of [
    ['an attribute that only CloudFormation knows', { 'Fn::GetAtt': ['Role', 'RoleId'] }],
    ['a parameter that is hidden', { Ref: 'Hidden' }],
    ['a dynamic reference', '{{resolve:ssm:/a/b}}'],
    ['an import of another account’s', { 'Fn::ImportValue': 'unknown' }],
  ] as const) {
    it(`${what} is not decided, and that is refused with what to do`, () => {
      assert.equal(
        reason({ written: { Value: value }, sent: { Value: 'anything' } }),
        'CloudFormation does not tell what property Value of Policy is; give it in the template as a text, a Ref, a parameter or an import',
      );
    });
  }
});

describe('what CloudFormation shows in its events counts, too', () => {
  const written = { Value: { 'Fn::GetAtt': ['Role', 'RoleId'] }, Other: { Ref: 'Hidden' } };

  it('an attribute that only CloudFormation knows', () => {
    const shown = { Value: 'AROA1', Other: 'x' };
    assert.equal(reason({ written, shown, sent: { Value: 'AROA1', Other: 'x' } }), undefined);
    assert.match(
      reason({ written, shown, sent: { Value: 'AROA2', Other: 'x' } }) ?? '',
      /^property Value of Policy is/,
    );
  });

  it('what is hidden in the one is made good by the other', () => {
    const shown = { Value: 'AROA1', Other: '****' };
    const literal = { ...written, Other: 'x' };
    assert.equal(reason({ written: literal, shown, sent: { Value: 'AROA1', Other: 'x' } }), undefined);
    assert.match(
      reason({ written: literal, shown, sent: { Value: 'AROA1', Other: 'y' } }) ?? '',
      /^property Other of Policy is not what is being deployed$|^CloudFormation does not tell what property Other/,
    );
  });

  it('what is hidden in both is not decided', () => {
    const shown = { Value: 'AROA1', Other: '****' };
    assert.match(
      reason({ written, shown, sent: { Value: 'AROA1', Other: 'x' } }) ?? '',
      /^CloudFormation does not tell what property Other of Policy is;/,
    );
  });

  it('a rollback may go back to what an earlier event shows; otherwise only the newest counts', () => {
    const given = {
      written: { Value: 'new' },
      shown: { Value: 'new' },
      shownBefore: { Value: 'old' },
      sent: { Value: 'old' },
    };
    assert.match(reason(given) ?? '', /^property Value of Policy is not what is being deployed$/);
    const rolling = { ...STACK, status: 'UPDATE_ROLLBACK_IN_PROGRESS' };
    assert.equal(reason({ ...given, stack: rolling }), undefined);
    assert.match(
      reason({ ...given, stack: rolling, sent: { Value: 'evil' } }) ?? '',
      /^property Value of Policy is not what is being deployed$/,
    );
  });
});

describe('which function it is', () => {
  const judge = (token: string, functionArn: string) =>
    whyNotDeployed(
      request({ properties: { ServiceToken: token } }),
      functionArn,
      STACK,
      { current: [], before: undefined },
      readTemplate(JSON.stringify({ Resources: { Policy: { Type: TYPE, Properties: { ServiceToken: token } } } })),
      { exports: new Map(), physicalIds: new Map() },
    );

  it('a version or an alias of it is this function; a topic, another function, another region are not', () => {
    assert.equal(judge(HOOK, HOOK), undefined);
    assert.equal(judge(HOOK, `${HOOK}:live`), undefined);
    assert.equal(judge(`${HOOK}:3`, HOOK), undefined);
    for (const other of [
      `${HOOK}-2`,
      HOOK.replace('eu-west-1', 'eu-west-2'),
      'arn:aws:sns:eu-west-1:111122223333:t',
      '',
    ]) {
      assert.equal(judge(other, HOOK), 'the ServiceToken of Policy is not this function', other);
    }
  });
});

describe('what CloudFormation has under way', () => {
  const history = (...current: readonly ResourceEvent[]) => ({ current, before: undefined });
  const event = {
    logicalId: 'Policy',
    type: TYPE,
    status: 'UPDATE_IN_PROGRESS',
    physicalId: 'p',
    properties: undefined,
  };

  it('the newest event of a resource counts', () => {
    assert.equal(
      whyNotInProgress(request(), STACK, history(event, { ...event, status: 'CREATE_COMPLETE' })),
      undefined,
    );
    assert.equal(
      whyNotInProgress(request(), STACK, history({ ...event, status: 'UPDATE_COMPLETE' }, event)),
      'Policy is not under way (its status is UPDATE_COMPLETE)',
    );
  });

  it('the clean-up after an update or a rollback deletes what was replaced', () => {
    for (const status of ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS']) {
      const gone = { ...event, status: 'DELETE_IN_PROGRESS', physicalId: 'former' };
      const asked = request({ type: 'Delete', physicalId: 'former' });
      assert.equal(whyNotInProgress(asked, { ...STACK, status }, history(gone)), undefined);
      assert.equal(
        whyNotInProgress(request({ type: 'Delete' }), { ...STACK, status }, history(gone)),
        'Policy is former, and not p',
      );
    }
  });

  for (const status of ['CREATE_COMPLETE', 'ROLLBACK_FAILED', 'REVIEW_IN_PROGRESS', 'DELETE_COMPLETE', '']) {
    it(`nothing, while the stack's status is ${status === '' ? 'unknown' : status}`, () => {
      assert.match(
        whyNotInProgress(request(), { ...STACK, status }, history(event)) ?? '',
        /is not working on the stack/,
      );
    });
  }

  it('only custom resources, of the type that the request says', () => {
    const asOneSays = (type: string) =>
      whyNotInProgress(request({ resourceType: type }), STACK, history({ ...event, type }));
    assert.equal(asOneSays('AWS::CloudFormation::CustomResource'), undefined);
    assert.equal(asOneSays('Custom::Other'), undefined);
    for (const type of ['AWS::S3::Bucket', 'AWS::CloudFormation::Stack', 'Custom', 'My::Custom::Type', '']) {
      assert.equal(asOneSays(type), `Policy is of the type ${type}`);
    }
    assert.equal(
      whyNotInProgress(request({ resourceType: 'Custom::Other' }), STACK, history(event)),
      `Policy is of the type ${TYPE}`,
    );
  });
});
