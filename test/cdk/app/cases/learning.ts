import { Size } from 'aws-cdk-lib';
import * as bedrock from 'aws-cdk-lib/aws-bedrock';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { task } from '../case.ts';
import { vpcIn } from './compute.ts';

const instanceType = ec2.InstanceType.of(ec2.InstanceClass.M5, ec2.InstanceSize.LARGE);

/** SageMaker, Bedrock and MediaConvert. */
export const LEARNING = [
  task(tasks.SageMakerCreateTrainingJob, (stack) => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    const encryptionKey = new kms.Key(stack, 'Key');
    const role = new iam.Role(stack, 'TrainingRole', {
      assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com'),
    });
    const vpc = vpcIn(stack);
    const subnets = { subnetType: ec2.SubnetType.PUBLIC };
    const s3DataSource = { s3Location: tasks.S3Location.fromBucket(bucket, 'train') };
    const trainingImage = tasks.DockerImage.fromEcrRepository(new ecr.Repository(stack, 'Repository'));
    const job = {
      trainingJobName: 'train',
      algorithmSpecification: { trainingImage, trainingInputMode: tasks.InputMode.FILE },
      inputDataConfig: [{ channelName: 'train', dataSource: { s3DataSource } }],
      outputDataConfig: { s3OutputLocation: tasks.S3Location.fromBucket(bucket, 'out') },
    };
    return {
      'a job': () => job,
      'a job with a role': () => ({ ...job, role }),
      'a job with tags': () => ({ ...job, role, tags: { team: 'ml' } }),
      'a job with keys': () => ({
        ...job,
        role,
        outputDataConfig: { ...job.outputDataConfig, encryptionKey },
        resourceConfig: {
          instanceCount: 1,
          instanceType,
          volumeSize: Size.gibibytes(10),
          volumeEncryptionKey: encryptionKey,
        },
      }),
      'a job in a VPC': () => ({ ...job, role, vpcConfig: { vpc, subnets } }),
      'a name from the input': ({ fromInput }) => ({ ...job, role, trainingJobName: fromInput('name') }),
    };
  }),
  task(tasks.SageMakerCreateTransformJob, (stack) => {
    const role = new iam.Role(stack, 'TransformRole', {
      assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com'),
    });
    const encryptionKey = new kms.Key(stack, 'Key');
    const job = {
      transformJobName: 'transform',
      modelName: 'model',
      role,
      transformInput: {
        transformDataSource: { s3DataSource: { s3Uri: 's3://data/in', s3DataType: tasks.S3DataType.S3_PREFIX } },
      },
      transformOutput: { s3OutputPath: 's3://data/out' },
    };
    return {
      'a job': () => job,
      'a job with a role of its own': () => ({ ...job, role: undefined }),
      'a job with tags': () => ({ ...job, tags: { team: 'ml' } }),
      'a job with keys': () => ({
        ...job,
        transformOutput: { s3OutputPath: 's3://data/out', encryptionKey },
        transformResources: { instanceCount: 1, instanceType, volumeEncryptionKey: encryptionKey },
      }),
    };
  }),
  task(tasks.SageMakerCreateModel, (stack) => {
    const vpc = vpcIn(stack);
    const bucket = new s3.Bucket(stack, 'Bucket');
    const role = new iam.Role(stack, 'ModelRole', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    const primaryContainer = new tasks.ContainerDefinition({
      image: tasks.DockerImage.fromEcrRepository(new ecr.Repository(stack, 'Repository')),
      mode: tasks.Mode.SINGLE_MODEL,
      modelS3Location: tasks.S3Location.fromBucket(bucket, 'model.tar.gz'),
    });
    return {
      'a model': () => ({ modelName: 'model', primaryContainer }),
      'a model with a role': () => ({ modelName: 'model', primaryContainer, role }),
      'a model with tags': () => ({
        modelName: 'model',
        primaryContainer,
        role,
        tags: TaskInput.fromObject([{ Key: 'team', Value: 'ml' }]),
      }),
      'a model in a VPC': () => ({
        modelName: 'model',
        primaryContainer,
        role,
        vpc,
        subnetSelection: { subnetType: ec2.SubnetType.PUBLIC },
      }),
    };
  }),
  task(tasks.SageMakerCreateEndpointConfig, (stack) => {
    const kmsKey = new kms.Key(stack, 'Key');
    const productionVariants = [{ initialInstanceCount: 1, instanceType, modelName: 'model', variantName: 'all' }];
    const config = { endpointConfigName: 'config', productionVariants };
    return {
      'a configuration': () => config,
      'a configuration with tags': () => ({ ...config, tags: TaskInput.fromObject([{ Key: 'team', Value: 'ml' }]) }),
      'a configuration with a key': () => ({ ...config, kmsKey }),
    };
  }),
  task(tasks.SageMakerCreateEndpoint, () => ({
    'an endpoint': () => ({ endpointName: 'endpoint', endpointConfigName: 'config' }),
    'an endpoint with tags': () => ({
      endpointName: 'endpoint',
      endpointConfigName: 'config',
      tags: TaskInput.fromObject([{ Key: 'team', Value: 'ml' }]),
    }),
    'names from the input': ({ fromInput }) => ({
      endpointName: fromInput('endpoint'),
      endpointConfigName: fromInput('config'),
    }),
  })),
  task(tasks.SageMakerUpdateEndpoint, () => ({
    'an endpoint': () => ({ endpointName: 'endpoint', endpointConfigName: 'config' }),
    'names from the input': ({ fromInput }) => ({
      endpointName: fromInput('endpoint'),
      endpointConfigName: fromInput('config'),
    }),
  })),
  task(tasks.BedrockInvokeModel, (stack) => {
    const id = bedrock.FoundationModelIdentifier.AMAZON_TITAN_TEXT_G1_EXPRESS_V1;
    const model = bedrock.FoundationModel.fromFoundationModelId(stack, 'Model', id);
    const provisioned = bedrock.ProvisionedModel.fromProvisionedModelArn(
      stack,
      'Provisioned',
      'arn:aws:bedrock:eu-west-1:111122223333:provisioned-model/abc123',
    );
    const body = TaskInput.fromObject({ inputText: 'Hello' });
    const place = { bucketName: 'prompts', objectKey: 'in.json' };
    return {
      'a foundation model': () => ({ model, body }),
      'a provisioned model': () => ({ model: provisioned, body }),
      'input and output in buckets': () => ({
        model,
        input: { s3Location: place },
        output: { s3Location: { ...place, objectKey: 'out.json' } },
      }),
      'URIs from the input': ({ fromInput }) => ({
        model,
        input: { s3InputUri: fromInput('prompt') },
        output: { s3OutputUri: fromInput('result') },
      }),
      'a guardrail': () => ({ model, body, guardrail: tasks.Guardrail.enable('0a1b2c3d', 1) }),
    };
  }),
  task(tasks.BedrockCreateModelCustomizationJob, (stack) => {
    const id = bedrock.FoundationModelIdentifier.AMAZON_TITAN_TEXT_G1_EXPRESS_V1;
    const baseModel = bedrock.FoundationModel.fromFoundationModelId(stack, 'Model', id);
    const bucket = new s3.Bucket(stack, 'Bucket');
    const customModelKmsKey = new kms.Key(stack, 'Key');
    const vpc = vpcIn(stack);
    const securityGroups = [new ec2.SecurityGroup(stack, 'Group', { vpc })];
    const role = new iam.Role(stack, 'TuningRole', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
    const job = {
      baseModel,
      customModelName: 'model',
      jobName: 'tune',
      outputData: { bucket, path: 'out' },
      trainingData: { bucket, path: 'train.jsonl' },
      validationData: [{ bucket, path: 'validation.jsonl' }],
    };
    const tags = [{ key: 'team', value: 'ml' }];
    return {
      'a job': () => job,
      'a job with a role': () => ({ ...job, role }),
      'a job with a key': () => ({ ...job, role, customModelKmsKey }),
      'a job with tags': () => ({ ...job, role, jobTags: tags, customModelTags: tags }),
      'a job in a VPC': () => ({
        ...job,
        role,
        vpcConfig: { securityGroups, subnets: vpc.publicSubnets },
      }),
    };
  }),
  task(tasks.MediaConvertCreateJob, (stack) => {
    const role = new iam.Role(stack, 'MediaRole', {
      assumedBy: new iam.ServicePrincipal('mediaconvert.amazonaws.com'),
    });
    const Settings = { OutputGroups: [] };
    return {
      'a job': () => ({ createJobRequest: { Role: role.roleArn, Settings } }),
      'a job in a queue': () => ({
        createJobRequest: {
          Role: role.roleArn,
          Settings,
          Queue: 'arn:aws:mediaconvert:eu-west-1:111122223333:queues/Default',
        },
      }),
      'a job with tags': () => ({ createJobRequest: { Role: role.roleArn, Settings, Tags: { team: 'video' } } }),
      'a template': () => ({ createJobRequest: { Role: role.roleArn, Settings, JobTemplate: 'trailer' } }),
    };
  }),
];
