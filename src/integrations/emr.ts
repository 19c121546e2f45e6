import type { Conditions, Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { arn, everything } from '../grants/resources.ts';
import { passedRoles, profileRoles } from '../grants/roles.ts';
import { call, cancel, events, ifGiven, passRole, poll, serviceLinkedRole, whenMatching } from '../grants/rows.ts';
import { knownText } from '../values/domain/value.ts';

const CLUSTER = arn('elasticmapreduce', 'cluster/{ClusterId}');
/** EMR makes a cluster's ID when the cluster starts. */
const ANY_CLUSTER = arn('elasticmapreduce', 'cluster/*');

/**
 * Amazon EMR. The rules of the `events` rows are from the page's 2023 edition. The current edition has none, but in
 * accounts with older state machines they are still checked.
 */
export const emr: Integration = {
  service: 'elasticmapreduce',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html',
  apis: {
    createCluster: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('elasticmapreduce:RunJobFlow', everything('Amazon EMR offers no narrower resource for it')),
        // RunJobFlow checks AddTags as well: https://github.com/aws/aws-cdk/issues/24842
        ifGiven('Tags', call('elasticmapreduce:AddTags', ANY_CLUSTER)),
        // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role.html
        passRole('ServiceRole', 'elasticmapreduce.amazonaws.com'),
        { ...passRole('JobFlowRole', 'ec2.amazonaws.com'), resources: [jobFlowRoles] },
        passRole('AutoScalingRole', 'application-autoscaling.amazonaws.com'),
        // https://docs.aws.amazon.com/emr/latest/ManagementGuide/using-service-linked-roles-cleanup.html (with the name
        // that the service has in China) and https://github.com/serverless-operations/serverless-step-functions/issues/423
        serviceLinkedRole('elasticmapreduce.amazonaws.com', 'AWSServiceRoleForEMRCleanup*', {
          china: 'elasticmapreduce.amazonaws.com.cn',
        }),
        poll('elasticmapreduce:DescribeCluster', ANY_CLUSTER),
        cancel('elasticmapreduce:TerminateJobFlows', ANY_CLUSTER),
        events('StepFunctionsGetEventForEMRRunJobFlowRule'),
      ],
    },
    setClusterTerminationProtection: {
      patterns: ['requestResponse'],
      grants: [call('elasticmapreduce:SetTerminationProtection', CLUSTER)],
    },
    terminateCluster: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('elasticmapreduce:TerminateJobFlows', CLUSTER),
        poll('elasticmapreduce:DescribeCluster', CLUSTER),
        events('StepFunctionsGetEventForEMRTerminateJobFlowsRule'),
      ],
    },
    addStep: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        { ...call('elasticmapreduce:AddJobFlowSteps', CLUSTER), conditions: runtimeRole },
        poll('elasticmapreduce:DescribeStep', CLUSTER),
        cancel('elasticmapreduce:CancelSteps', CLUSTER),
        events('StepFunctionsGetEventForEMRAddJobFlowStepsRule'),
      ],
    },
    cancelStep: {
      patterns: ['requestResponse'],
      grants: [call('elasticmapreduce:CancelSteps', CLUSTER)],
    },
    modifyInstanceFleetByName: {
      patterns: ['requestResponse'],
      grants: [call(['elasticmapreduce:ListInstanceFleets', 'elasticmapreduce:ModifyInstanceFleet'], CLUSTER)],
    },
    modifyInstanceGroupByName: {
      patterns: ['requestResponse'],
      grants: [call(['elasticmapreduce:ListInstanceGroups', 'elasticmapreduce:ModifyInstanceGroups'], CLUSTER)],
    },
  },
};

/**
 * The role of the instance profile. EMR's default profile has a role of the same name, so it isn't one that nothing
 * names.
 *
 * Source: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-for-ec2.html
 */
function jobFlowRoles(context: CallContext): readonly Resource[] {
  const field = 'JobFlowRole';
  const value = argument(context, field);
  const roles = profileRoles(value, field, context);
  const isOfProfile = roles.length === 0 || roles.some(({ origin }) => origin.kind === 'fact' && !isAnyRole(origin.of));
  return !isOfProfile && knownText(value) === DEFAULT_PROFILE ? passedRoles(value, field, context) : roles;
}

const DEFAULT_PROFILE = 'EMR_EC2_DefaultRole';

function isAnyRole(resource: string): boolean {
  return resource.endsWith(':role/*');
}

/**
 * A runtime role isn't passed with iam:PassRole: this condition says which role a step may run as.
 *
 * Source: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-steps-runtime-roles.html
 */
function runtimeRole(context: CallContext): Conditions | undefined {
  return whenMatching('elasticmapreduce:ExecutionRoleArn', argument(context, 'ExecutionRoleArn'));
}
