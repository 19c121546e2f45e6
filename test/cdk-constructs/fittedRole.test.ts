import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  StateMachine,
  StateMachineType,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { FittedRole, fitRoles } from '../../src/cdk/index.ts';
import { definitionFile, messages, NOTHING, resources, synthesized, testApp } from './app.ts';

describe('FittedRole', () => {
  it('is the role of the deploy-time hook: tagged, without grants, and there before the state machine', () => {
    const app = testApp();
    const stack = new Stack(app, 'Shop');
    const queue = new Queue(stack, 'Queue');
    const role = new FittedRole(stack, 'Role', { driftMode: 'alert' });
    const definitionBody = DefinitionBody.fromChainable(
      new SqsSendMessage(stack, 'Send', { queue, messageBody: TaskInput.fromText('a') }),
    );
    new StateMachine(stack, 'Orders', { role, stateMachineName: 'orders', definitionBody, tracingEnabled: true });
    fitRoles(app);
    const text = synthesized(app)['Shop.template.json'];
    assert.deepEqual(resources(text, 'AWS::IAM::Policy'), {});
    const [[id = '', policy] = []] = Object.entries(resources(text, 'Custom::StateMachineRolePolicy'));
    const [machine] = Object.values(resources(text, 'AWS::StepFunctions::StateMachine'));
    assert.ok(machine?.DependsOn?.includes(id));
    const { DefinitionString } = Object(machine?.Properties);
    assert.deepEqual(policy?.Properties, {
      ServiceToken: { 'Fn::ImportValue': 'rolefit-ServiceToken' },
      RoleName: { Ref: 'Role1ABCC5F0' },
      PolicyName: 'rolefit-ShopOrdersA8B1F509',
      StateMachineName: 'orders',
      DefinitionString,
      Tracing: true,
      DriftMode: 'alert',
    });
    assert.match(JSON.stringify(resources(text, 'AWS::IAM::Role')), /"Key":"rolefit:managed","Value":"true"/);
  });

  it('reads the file of a definition, and the settings of the state machine', () => {
    const app = testApp();
    const stack = new Stack(app, 'Shop');
    const role = new FittedRole(stack, 'Role');
    const text = `${NOTHING}\n`;
    new StateMachine(stack, 'Orders', {
      role,
      definitionBody: DefinitionBody.fromFile(definitionFile('late.asl.json', text)),
      definitionSubstitutions: { A: 'b' },
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(new Key(stack, 'Key')),
      logs: { destination: new LogGroup(stack, 'Log') },
      stateMachineType: StateMachineType.EXPRESS,
    });
    const policies = resources(synthesized(app)['Shop.template.json'], 'Custom::StateMachineRolePolicy');
    const { ServiceToken, RoleName, PolicyName, ...settings } = Object(Object.values(policies)[0]?.Properties);
    assert.ok(ServiceToken && RoleName && PolicyName);
    assert.deepEqual(settings, {
      DefinitionString: text,
      DefinitionSubstitutions: { A: 'b' },
      Type: 'EXPRESS',
      Logging: true,
      KmsKeyArn: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] },
    });
  });

  it('warns where no state machine has it', () => {
    const app = testApp();
    const role = new FittedRole(new Stack(app, 'Shop'), 'Role');
    app.synth();
    assert.match(messages(role).join('\n'), /^warning .*\[ack: rolefit:unused-role\]$/m);
  });
});
