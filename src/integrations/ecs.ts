import type { Doubt, Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { knownArn, knownOrigin, type NamePart, namePart } from '../grants/names.ts';
import { partialOf, patternPart } from '../grants/partial.ts';
import { arn } from '../grants/resources.ts';
import { NOT_NAMED, passedRoles, rolesBehind } from '../grants/roles.ts';
import { call, cancel, events, ifGiven, passedAs, passedTo, passRole, poll } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';
import { hasWildcard } from '../iam/pattern.ts';
import { escapeText, hasPlaceholder, isPlaceholder } from '../iam/text.ts';
import { at, itemsOf, knownText } from '../values/domain/value.ts';

const TASK_ROLES = ['Overrides.ExecutionRoleArn', 'Overrides.TaskRoleArn'];
const DEFINITION = arn('ecs', 'task-definition/{TaskDefinition}', { orArn: 'TaskDefinition' });

const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html';
const IF_ROLES: Doubt = {
  certainty: 'conditional',
  reason: 'the task definition has a task role or an execution role',
  source: PAGE,
};

/** Amazon ECS and AWS Fargate. */
export const ecs: Integration = {
  service: 'ecs',
  page: PAGE,
  apis: {
    runTask: {
      patterns: ['requestResponse', 'sync', 'waitForTaskToken'],
      remarks: (context) =>
        definitionNamesRoles(context) && definitionRoles(context).some(({ arn }) => hasWildcard(arn))
          ? [
              {
                code: 'wildcard-resource',
                severity: 'warning',
                message:
                  "iam:PassRole covers any role that trusts ecs-tasks.amazonaws.com: the task definition, not the workflow, names the task's roles. Say them with --pass-role or --facts, or look them up with --live.",
              },
            ]
          : [],
      grants: [
        call('ecs:RunTask', taskDefinition),
        // The page's templates leave PassRole out and its last paragraph asks for it; without it every task that has
        // a task or execution role is refused: https://github.com/serverless-operations/serverless-step-functions/issues/189
        // The task definition names the roles: where it is not known, any role of the account, but for ECS tasks only.
        {
          purpose: 'passRole',
          actions: ['iam:PassRole'],
          resources: [definitionRoles],
          when: definitionNamesRoles,
          conditions: passedTo('ecs-tasks.amazonaws.com'),
          doubt: (context) => (definitionRoles(context).some(isAnyRole) ? IF_ROLES : undefined),
        },
        ...passRole(TASK_ROLES, 'ecs-tasks.amazonaws.com').map((row) => ifGiven(TASK_ROLES, row)),
        // Tags at creation are authorized on their own:
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
        ifGiven(['Tags', 'PropagateTags', 'EnableECSManagedTags'], call('ecs:TagResource', tasks)),
        // The role that attaches EBS volumes: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html
        ...passedAs(volumeRoles, 'ecs.amazonaws.com').map((row) => ifGiven('VolumeConfigurations', row)),
        // ECS makes a task's ID when it starts, so the page has *, but an ARN has the cluster in front of it:
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html (no account can have
        // ARNs without it since April 2021)
        poll('ecs:DescribeTasks', tasks),
        cancel('ecs:StopTask', tasks),
        events('StepFunctionsGetEventsForECSTaskRule'),
      ],
    },
  },
};

/** False if the call overrides both roles of the definition. */
function definitionNamesRoles(context: CallContext): boolean {
  return TASK_ROLES.some((field) => knownText(argument(context, field)) === undefined);
}

/** The roles of the task definition. An override replaces one of them, and which one isn't known. */
function definitionRoles(context: CallContext): readonly Resource[] {
  const [first, ...others] = taskDefinition(context);
  const roles = first === undefined ? [] : rolesBehind(first.arn, NOT_NAMED, context);
  return others.length === 0 ? roles : [...roles, ...others.flatMap(({ arn }) => rolesBehind(arn, NOT_NAMED, context))];
}

function isAnyRole({ arn }: Resource): boolean {
  return arn.endsWith(':role/*');
}

/** The roles that attach the volumes; any role of the account if they are known only at run time. */
function volumeRoles(context: CallContext): readonly Resource[] {
  const field = 'VolumeConfigurations[].ManagedEBSVolume.RoleArn';
  return itemsOf(argument(context, 'VolumeConfigurations')).flatMap((volume) =>
    ['ManagedEBSVolume', 'ManagedEbsVolume'].flatMap((name) =>
      passedRoles(at(volume, `${name}.RoleArn`), field, context),
    ),
  );
}

/**
 * `family`, or an ARN that ends in it, means the latest revision, whose ARN has a number: any one, since the next
 * revision must not need a new policy.
 */
export function taskDefinition(context: CallContext): readonly Resource[] {
  if (last?.context !== context) last = { context, resources: definitionsIn(context) };
  return last.resources;
}

/** Rows and a remark of one call ask for the same, one after the other. */
let last: { readonly context: CallContext; readonly resources: readonly Resource[] } | undefined;

function definitionsIn(context: CallContext): readonly Resource[] {
  const resources = DEFINITION(context);
  const text = knownText(argument(context, 'TaskDefinition'));
  if (text !== undefined && /:(?:\d+|\$\{[^}]*\})$/.test(text)) return resources;
  // A placeholder's ARN may end in a revision: !Ref of a task definition does.
  if (text !== undefined && hasPlaceholder(text) && knownArn(argument(context, 'TaskDefinition')) !== undefined)
    return resources;
  return resources.flatMap((resource) => {
    const latest = { ...resource, arn: `${resource.arn}:*` };
    if (resource.origin.kind !== 'pattern') return [latest];
    const [, name = ''] = resource.arn.split('task-definition/');
    if (name.includes(':')) return [resource];
    // The hole may include the colon before a revision.
    return /\d$/.test(name) ? [resource, latest] : [latest];
  });
}

/**
 * Tasks of the call's cluster, which is `default` if it names none. A cluster's ARN that is a placeholder doesn't show
 * its name.
 */
function tasks(context: CallContext): readonly Resource[] {
  const { text, origin } = cluster(context);
  return [{ arn: formatArn({ ...context.place, service: 'ecs', resource: `task/${text}/*` }), origin }];
}

/** The cluster's name: given, or in its ARN. */
function cluster(context: CallContext): NamePart {
  const field = 'Cluster';
  const value = argument(context, field);
  const text = knownText(value);
  const partial = partialOf(value);
  if (partial !== undefined) {
    const { origin } = patternPart(value, field);
    if (partial.kind === 'name') return { text: partial.pattern, origin };
    if (partial.kind === 'end') return { text: `*${partial.end}`, origin };
    return { text: /^cluster\/([^/]+)$/.exec(partial.arn.resource)?.[1] ?? '*', origin };
  }
  if (text === undefined) return namePart(value, field, 'default');
  const { machine } = context;
  if (isPlaceholder(text) && !machine.names?.includes(text)) {
    return { text: '*', origin: { kind: 'wildcard', reason: `${field} ${text} may stand for an ARN` } };
  }
  const [, name = '*'] = /(?:^|:cluster\/)((?:\$\{[^}]*\}|[^:/])+)$/.exec(text) ?? [];
  return { text: escapeText(name), origin: knownOrigin(value, field) };
}
