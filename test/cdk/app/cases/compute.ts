import { Size } from 'aws-cdk-lib';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as codebuild from 'aws-cdk-lib/aws-codebuild';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  Activity,
  DefinitionBody,
  Pass,
  StateMachine,
  StateMachineType,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { task } from '../case.ts';

export function functionIn(scope: Construct): lambda.Function {
  return new lambda.Function(scope, 'Function', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => ({});'),
  });
}

export function vpcIn(scope: Construct): ec2.Vpc {
  return new ec2.Vpc(scope, 'Vpc', { maxAzs: 1, natGateways: 0 });
}

/** Functions, containers, builds, and other state machines. */
export const COMPUTE = [
  task(tasks.LambdaInvoke, (stack) => {
    const lambdaFunction = functionIn(stack);
    const alias = lambdaFunction.addAlias('live');
    const imported = lambda.Function.fromFunctionArn(
      stack,
      'Imported',
      'arn:aws:lambda:eu-west-1:111122223333:function:orders',
    );
    return {
      'a function': ({ token }) => ({ lambdaFunction, payload: TaskInput.fromObject({ token }) }),
      'an alias': ({ token }) => ({ lambdaFunction: alias, payload: TaskInput.fromObject({ token }) }),
      'a version': ({ token }) => ({
        lambdaFunction: lambdaFunction.currentVersion,
        payload: TaskInput.fromObject({ token }),
      }),
      'an imported function': ({ token }) => ({ lambdaFunction: imported, payload: TaskInput.fromObject({ token }) }),
    };
  }),
  task(tasks.StepFunctionsInvokeActivity, (stack) => {
    const activity = new Activity(stack, 'Activity');
    return { 'an activity': () => ({ activity }) };
  }),
  task(tasks.EvaluateExpression, () => ({
    'an expression': () => ({ expression: '$.a + $.b' }),
  })),
  task(tasks.StepFunctionsStartExecution, (stack) => {
    const definitionBody = DefinitionBody.fromChainable(new Pass(stack, 'Pass'));
    const stateMachine = new StateMachine(stack, 'Child', { definitionBody });
    const express = new StateMachine(stack, 'Express', {
      definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'Pass of Express')),
      stateMachineType: StateMachineType.EXPRESS,
    });
    const imported = StateMachine.fromStateMachineArn(
      stack,
      'Imported',
      'arn:aws:states:eu-west-1:111122223333:stateMachine:orders',
    );
    return {
      'a state machine': ({ token }) => ({ stateMachine, input: TaskInput.fromObject({ token }) }),
      'an express state machine': ({ token }) => ({ stateMachine: express, input: TaskInput.fromObject({ token }) }),
      'an imported state machine': ({ token }) => ({ stateMachine: imported, input: TaskInput.fromObject({ token }) }),
    };
  }),
  task(tasks.BatchSubmitJob, (stack) => {
    const vpc = vpcIn(stack);
    const environment = new batch.FargateComputeEnvironment(stack, 'Environment', { vpc });
    const queue = new batch.JobQueue(stack, 'JobQueue');
    queue.addComputeEnvironment(environment, 1);
    const definition = new batch.EcsJobDefinition(stack, 'Definition', {
      container: new batch.EcsFargateContainerDefinition(stack, 'Container', {
        image: ecs.ContainerImage.fromRegistry('public.ecr.aws/amazonlinux/amazonlinux:latest'),
        memory: Size.mebibytes(512),
        cpu: 0.25,
      }),
    });
    const job = {
      jobName: 'report',
      jobDefinitionArn: definition.jobDefinitionArn,
      jobQueueArn: queue.jobQueueArn,
    };
    return {
      'a job': () => job,
      'a job with tags': () => ({ ...job, tags: { team: 'reports' } }),
      'a queue from the input': ({ fromInput }) => ({ ...job, jobQueueArn: fromInput('queue') }),
      'imported ARNs': () => ({
        jobName: 'report',
        jobDefinitionArn: 'arn:aws:batch:eu-west-1:111122223333:job-definition/report:3',
        jobQueueArn: 'arn:aws:batch:eu-west-1:111122223333:job-queue/reports',
      }),
    };
  }),
  task(tasks.EcsRunTask, (stack) => {
    const vpc = vpcIn(stack);
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
    cluster.addCapacity('Capacity', {
      instanceType: new ec2.InstanceType('t3.micro'),
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
    });
    const image = ecs.ContainerImage.fromRegistry('public.ecr.aws/amazonlinux/amazonlinux:latest');
    const fargate = new ecs.FargateTaskDefinition(stack, 'Fargate');
    const container = fargate.addContainer('main', { image, logging: ecs.LogDriver.awsLogs({ streamPrefix: 'main' }) });
    const ec2Definition = new ecs.Ec2TaskDefinition(stack, 'Ec2');
    ec2Definition.addContainer('main', { image, memoryLimitMiB: 256 });
    const onFargate = { cluster, taskDefinition: fargate, launchTarget: new tasks.EcsFargateLaunchTarget() };
    const withToken = (value: string) => [{ containerDefinition: container, environment: [{ name: 'TOKEN', value }] }];
    return {
      'a task on Fargate': ({ token }) => ({
        ...onFargate,
        assignPublicIp: true,
        containerOverrides: withToken(token),
      }),
      'a task on Fargate with the tags of its definition': ({ token }) => ({
        ...onFargate,
        assignPublicIp: true,
        containerOverrides: withToken(token),
        propagatedTagSource: ecs.PropagatedTagSource.TASK_DEFINITION,
        enableExecuteCommand: true,
      }),
      'a revision': ({ token }) => ({
        ...onFargate,
        assignPublicIp: true,
        revisionNumber: 3,
        containerOverrides: withToken(token),
      }),
      'a task on EC2': ({ token }) => ({
        cluster,
        taskDefinition: ec2Definition,
        launchTarget: new tasks.EcsEc2LaunchTarget(),
        containerOverrides: [
          {
            containerDefinition: ec2Definition.defaultContainer ?? container,
            environment: [{ name: 'TOKEN', value: token }],
          },
        ],
      }),
    };
  }),
  task(tasks.EksCall, (stack) => {
    const cluster = eks.Cluster.fromClusterAttributes(stack, 'Cluster', {
      clusterName: 'main',
      clusterEndpoint: 'https://0A1B2C3D.gr7.eu-west-1.eks.amazonaws.com',
      clusterCertificateAuthorityData: 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t',
    });
    return {
      'a call': () => ({ cluster, httpMethod: tasks.HttpMethods.GET, httpPath: '/api/v1/namespaces/default/pods' }),
    };
  }),
  ...[tasks.CodeBuildStartBuild, tasks.CodeBuildStartBuildBatch].map((TaskClass) =>
    task(TaskClass, (stack) => {
      const project = new codebuild.Project(stack, 'Project', {
        source: codebuild.Source.s3({ bucket: new s3.Bucket(stack, 'Bucket'), path: 'source.zip' }),
      });
      project.enableBatchBuilds();
      const imported = codebuild.Project.fromProjectArn(
        stack,
        'Imported',
        'arn:aws:codebuild:eu-west-1:111122223333:project/site',
      );
      return { 'a project': () => ({ project }), 'an imported project': () => ({ project: imported }) };
    }),
  ),
];
