import type { Conditions, Resource } from '../grants/grant.ts';
import { argument, type CallContext, type GrantRow, type Integration } from '../grants/integration.ts';
import { arn, everything } from '../grants/resources.ts';
import { passedRoles, profileRoles } from '../grants/roles.ts';
import {
  call,
  cancel,
  events,
  ifGiven,
  passedAs,
  passRole,
  poll,
  precaution,
  serviceLinkedRole,
  whenMatching,
} from '../grants/rows.ts';
import type { ManagedRule } from '../iam/managedRules.ts';
import { knownText } from '../values/domain/value.ts';

const CLUSTER = arn('elasticmapreduce', 'cluster/{ClusterId}');
/** EMR makes a cluster's ID when the cluster starts. */
const ANY_CLUSTER = arn('elasticmapreduce', 'cluster/*');

const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html';
const CLEANUP = 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/using-service-linked-roles-cleanup.html';

/**
 * Amazon EMR. The rules of the `events` rows are from the page's 2023 edition. The current edition has none, but in
 * accounts with older state machines they are still checked.
 */
export const emr: Integration = {
  service: 'elasticmapreduce',
  page: PAGE,
  apis: {
    createCluster: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('elasticmapreduce:RunJobFlow', everything('Amazon EMR offers no narrower resource for it')),
        // RunJobFlow checks AddTags as well: https://github.com/aws/aws-cdk/issues/24842
        ifGiven('Tags', call('elasticmapreduce:AddTags', ANY_CLUSTER)),
        // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role.html
        ...passRole('ServiceRole', 'elasticmapreduce.amazonaws.com'),
        ...passedAs(jobFlowRoles, 'ec2.amazonaws.com'),
        ...passRole('AutoScalingRole', 'application-autoscaling.amazonaws.com').map((row) =>
          ifGiven('AutoScalingRole', row),
        ),
        // A cluster fails without it: https://github.com/serverless-operations/serverless-step-functions/issues/423
        serviceLinkedRole('elasticmapreduce.amazonaws.com', 'AWSServiceRoleForEMRCleanup*', CLEANUP, { china: true }),
        poll('elasticmapreduce:DescribeCluster', ANY_CLUSTER),
        cancel('elasticmapreduce:TerminateJobFlows', ANY_CLUSTER),
        eventsOf('StepFunctionsGetEventForEMRRunJobFlowRule'),
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
        eventsOf('StepFunctionsGetEventForEMRTerminateJobFlowsRule'),
      ],
    },
    addStep: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        { ...call('elasticmapreduce:AddJobFlowSteps', CLUSTER), conditions: runtimeRole },
        poll('elasticmapreduce:DescribeStep', CLUSTER),
        cancel('elasticmapreduce:CancelSteps', CLUSTER),
        eventsOf('StepFunctionsGetEventForEMRAddJobFlowStepsRule'),
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

function eventsOf(rule: ManagedRule): GrantRow {
  return precaution("AWS's page prints no rules for EMR any more, and Step Functions polls", PAGE, events(rule));
}

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
