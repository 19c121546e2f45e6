import type { Doubt, Resource } from '../grants/grant.ts';
import {
  type Api,
  argument,
  type CallContext,
  type GrantRow,
  type Integration,
  type ResourceSpec,
} from '../grants/integration.ts';
import { keyRows, keysIn } from '../grants/keyRows.ts';
import { isNamed, type NamePart } from '../grants/names.ts';
import { patternPart } from '../grants/partial.ts';
import { arn } from '../grants/resources.ts';
import { passedRoles } from '../grants/roles.ts';
import { call, cancel, conditional, events, ifGiven, passedAs, passRole, poll, precaution } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';
import { at, itemsOf, mayBePresent } from '../values/domain/value.ts';

const PRINCIPAL = 'sagemaker.amazonaws.com';
const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html';

/** Amazon SageMaker AI. Callbacks aren't offered, whatever the headings of the page's templates say. */
export const sagemaker: Integration = {
  service: 'sagemaker',
  page: PAGE,
  apis: {
    createTrainingJob: job('TrainingJob', 'training-job', 'TrainingJobs', [
      ...passRole('RoleArn', PRINCIPAL),
      ...grantsOn('ResourceConfig.VolumeKmsKeyId'),
    ]),
    createTransformJob: job(
      'TransformJob',
      'transform-job',
      'TransformJobs',
      grantsOn('TransformResources.VolumeKmsKeyId'),
    ),
    createProcessingJob: job('ProcessingJob', 'processing-job', 'ProcessingJobs', [
      ...passRole('RoleArn', PRINCIPAL),
      ...grantsOn('ProcessingResources.ClusterConfig.VolumeKmsKeyId'),
    ]),
    createLabelingJob: job('LabelingJob', 'labeling-job', 'LabelingJobs', passRole('RoleArn', PRINCIPAL)),
    createHyperParameterTuningJob: job('HyperParameterTuningJob', 'hyper-parameter-tuning-job', 'TuningJobs', [
      ...passedAs(tuningRoles, PRINCIPAL),
      ...grantsOn(
        ...['TrainingJobDefinition', 'TrainingJobDefinitions[]'].flatMap((definition) =>
          ['ResourceConfig', 'HyperParameterTuningResourceConfig'].map(
            (config) => `${definition}.${config}.VolumeKmsKeyId`,
          ),
        ),
      ),
    ]),
    createModel: create('CreateModel', [resource('model', 'ModelName')], passRole('ExecutionRoleArn', PRINCIPAL)),
    createEndpointConfig: create(
      'CreateEndpointConfig',
      [resource('endpoint-config', 'EndpointConfigName')],
      [
        ...passRole('ExecutionRoleArn', PRINCIPAL).map((row) => ifGiven('ExecutionRoleArn', row)),
        // CreateEndpoint and UpdateEndpoint ask for it, whose arguments don't name the key: they are the next calls.
        ...grantsOn('KmsKeyId'),
      ],
    ),
    // Both are checked against the endpoint and its configuration:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_sagemaker.html
    createEndpoint: create('CreateEndpoint', [
      resource('endpoint', 'EndpointName'),
      resource('endpoint-config', 'EndpointConfigName'),
    ]),
    updateEndpoint: create('UpdateEndpoint', [
      resource('endpoint', 'EndpointName'),
      resource('endpoint-config', 'EndpointConfigName'),
    ]),
  },
};

type JobRule = 'LabelingJobs' | 'ProcessingJobs' | 'TrainingJobs' | 'TransformJobs' | 'TuningJobs';

function job(name: string, type: string, rule: JobRule, roles: readonly GrantRow[]): Api {
  const jobs = [resource(type, `${name}Name`, '*')];
  return {
    patterns: ['requestResponse', 'sync'],
    grants: [
      ...on(jobs, (named) => call(`sagemaker:Create${name}`, named)),
      ...tags(jobs, on),
      ...on(jobs, ownTags),
      ...roles,
      ...on(jobs, (named) => poll(`sagemaker:Describe${name}`, named)),
      ...on(jobs, (named) => cancel(`sagemaker:Stop${name}`, named)),
      events(`StepFunctionsGetEventsForSageMaker${rule}Rule`),
    ],
  };
}

function create(action: string, resources: readonly Named[], roles: readonly GrantRow[] = []): Api {
  return {
    patterns: ['requestResponse'],
    grants: [
      ...onEither(resources, (named) => call(`sagemaker:${action}`, named)),
      ...tags(resources.slice(0, 1), onEither),
      ...roles,
    ],
  };
}

/** Jobs without tags that Step Functions waits for. */
function ownTags(jobs: readonly ResourceSpec[]): GrantRow {
  return {
    ...conditional(
      'Step Functions tags the job that it waits for, as AWS CDK users have seen',
      'https://github.com/aws/aws-cdk/issues/26012',
      call('sagemaker:AddTags', jobs),
    ),
    patterns: ['sync'],
    when: (context) => !mayBePresent(argument(context, 'Tags')),
  };
}

/**
 * The key of the volumes. The keys of data (`OutputDataConfig.KmsKeyId`) are used by the role that the job gets. That role
 * may create the grant as well; where its policy doesn't permit it, the caller's must. SageMaker AI makes it on the
 * caller's behalf: the page on HyperPod's volumes has the condition, the reference has none.
 *
 * Sources: https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html,
 * https://docs.aws.amazon.com/sagemaker/latest/dg/smcluster-cmk.html and
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
 */
function grantsOn(...paths: readonly string[]): readonly GrantRow[] {
  return keyRows(keysIn(...paths), ['kms:CreateGrant'], () => ({
    Bool: { 'kms:GrantIsForAWSResource': ['true'] },
  })).map((row) =>
    conditional(
      'the role that SageMaker AI gets does not allow it',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
      row,
    ),
  );
}

/**
 * Who creates a resource with tags needs AddTags on it. Every template of the page has AddTags and ListTags on `*`
 * besides, for calls without tags as well; here they are narrowed to the form of SageMaker AI's ARNs.
 *
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html
 */
function tags(created: readonly Named[], rows: typeof on): readonly GrantRow[] {
  return [
    ...rows(created, (named) => ifGiven('Tags', call('sagemaker:AddTags', named))),
    precaution(
      "AWS's page prints them on every resource for every job; a call reads no tags, and sets only its own",
      PAGE,
      call(['sagemaker:AddTags', 'sagemaker:ListTags'], arn('sagemaker', '*')),
    ),
  ];
}

/** A resource by its name as given, and in lower case where that is another. */
interface Named {
  readonly asGiven: ResourceSpec;
  readonly inLowerCase: ResourceSpec;
}

/**
 * The page names jobs by a prefix, `training-job/<name>*`, and other resources by their name. SageMaker AI checks some
 * calls against the name as given, others against the name in lower case: both are allowed. The AWS CDK grants jobs by
 * the name as given, and models, endpoints and their configurations by the name in lower case.
 *
 * Source: https://github.com/awslabs/service-workbench-on-aws/pull/1177,
 * https://github.com/philschmid/cdk-samples/issues/2 and
 * https://github.com/aws/aws-cdk/tree/main/packages/aws-cdk-lib/aws-stepfunctions-tasks/lib/sagemaker
 */
function resource(type: string, field: string, suffix = ''): Named {
  const as = (context: CallContext, { text, origin }: NamePart): readonly Resource[] => {
    const name = `${type}/${text}${text.endsWith('*') ? '' : suffix}`;
    return [{ arn: formatArn({ ...context.place, service: 'sagemaker', resource: name }), origin }];
  };
  const nameIn = (context: CallContext) => patternPart(argument(context, field), field);
  return {
    asGiven: (context) => as(context, nameIn(context)),
    inLowerCase: (context) => {
      const { text, origin } = nameIn(context);
      const isText = (isNamed(origin) || origin.kind === 'pattern') && !text.includes('${');
      const lower = text.toLowerCase();
      return isText && lower !== text ? as(context, { text: lower, origin }) : [];
    },
  };
}

const AS_GIVEN: Doubt = {
  certainty: 'conditional',
  reason: 'SageMaker AI authorizes the call by the name as given, not in lower case',
  source: 'https://github.com/awslabs/service-workbench-on-aws/pull/1177',
};

/** The same, where it is not certain that the name as given counts. */
function onEither(
  resources: readonly Named[],
  rowOf: (named: readonly ResourceSpec[]) => GrantRow,
): readonly GrantRow[] {
  const hasCapitals = (context: CallContext) => resources.some(({ inLowerCase }) => inLowerCase(context).length > 0);
  const [asGiven, ...others] = on(resources, rowOf);
  if (asGiven === undefined) return others;
  const doubt = (context: CallContext) => (hasCapitals(context) ? AS_GIVEN : asGiven.doubt?.(context));
  return [{ ...asGiven, doubt }, ...others];
}

/** A row on resources by their names, and one on their names in lower case. */
function on(resources: readonly Named[], rowOf: (named: readonly ResourceSpec[]) => GrantRow): readonly GrantRow[] {
  return [
    rowOf(resources.map(({ asGiven }) => asGiven)),
    conditional(
      'SageMaker AI authorizes the call by the name in lower case',
      'https://github.com/awslabs/service-workbench-on-aws/pull/1177',
      rowOf(resources.map(({ inLowerCase }) => inLowerCase)),
    ),
  ];
}

/** One training job definition, or several, each with a role. */
function tuningRoles(context: CallContext): readonly Resource[] {
  const one = argument(context, 'TrainingJobDefinition');
  const many = itemsOf(argument(context, 'TrainingJobDefinitions'));
  return [
    ...passedRoles(at(one, 'RoleArn'), 'TrainingJobDefinition.RoleArn', context),
    ...many.flatMap((item) => passedRoles(at(item, 'RoleArn'), 'TrainingJobDefinitions.RoleArn', context)),
  ];
}
