import type { Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration, type ResourceSpec } from '../grants/integration.ts';
import { isNamed, knownArn, knownOrigin, namePart } from '../grants/names.ts';
import { partialOf, partialOrigin } from '../grants/partial.ts';
import { arn } from '../grants/resources.ts';
import { call, cancel, events, ifGiven, passRole, poll } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { itemsOf, knownText, type Value } from '../values/domain/value.ts';

/** A project shared by another account is named by its ARN. */
const PROJECT = arn('codebuild', 'project/{ProjectName}', { orArn: 'ProjectName' });
/** The page's templates for batches name only projects of the same account. */
const BATCH_PROJECT = arn('codebuild', 'project/{ProjectName}', { orArn: 'ProjectName', ownAccount: true });

const OVERRIDE = passRole('ServiceRoleOverride', 'codebuild.amazonaws.com').map((row) =>
  ifGiven('ServiceRoleOverride', row),
);

/** AWS CodeBuild. */
export const codebuild: Integration = {
  service: 'codebuild',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html',
  apis: {
    startBuild: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('codebuild:StartBuild', PROJECT),
        ...OVERRIDE,
        poll('codebuild:BatchGetBuilds', PROJECT),
        cancel('codebuild:StopBuild', PROJECT),
        events('StepFunctionsGetEventForCodeBuildStartBuildRule'),
      ],
    },
    stopBuild: {
      patterns: ['requestResponse'],
      grants: [call('codebuild:StopBuild', projectOfBuild('Id'))],
    },
    batchDeleteBuilds: {
      patterns: ['requestResponse'],
      grants: [call('codebuild:BatchDeleteBuilds', projectOfBuild('Ids'))],
    },
    batchGetReports: {
      patterns: ['requestResponse'],
      grants: [call('codebuild:BatchGetReports', reportGroup)],
    },
    startBuildBatch: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('codebuild:StartBuildBatch', BATCH_PROJECT),
        ...OVERRIDE,
        poll('codebuild:BatchGetBuildBatches', BATCH_PROJECT),
        cancel('codebuild:StopBuildBatch', BATCH_PROJECT),
        events('StepFunctionsGetEventForCodeBuildStartBuildBatchRule'),
      ],
    },
    stopBuildBatch: {
      patterns: ['requestResponse'],
      grants: [call('codebuild:StopBuildBatch', projectOfBuild('Id', 'own'))],
    },
    retryBuildBatch: {
      patterns: ['requestResponse', 'sync'],
      // The page prints no events statement for this one.
      grants: [
        call('codebuild:RetryBuildBatch', projectOfBuild('Id', 'own')),
        poll('codebuild:BatchGetBuildBatches', projectOfBuild('Id', 'own')),
        cancel('codebuild:StopBuildBatch', projectOfBuild('Id', 'own')),
      ],
    },
    deleteBuildBatch: {
      patterns: ['requestResponse'],
      grants: [call('codebuild:DeleteBuildBatch', projectOfBuild('Id', 'own'))],
    },
  },
};

/**
 * The project of a build's ID: `project:uuid`, or an ARN that ends in `build/project:uuid` or `build-batch/…`.
 *
 * Source: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Build.html
 */
function projectOfBuild(field: string, accounts: 'own' | 'any' = 'any'): ResourceSpec {
  return (context) =>
    itemsOf(argument(context, field)).map((value): Resource => {
      const id = knownText(value);
      const [, name] = /(?:^|\/)((?:\$\{[^}]*\}|[^:/])+):[^:/]+$/.exec(id ?? '') ?? [];
      const place = { ...context.place, service: 'codebuild' };
      if (name !== undefined) {
        const resource = `project/${escapeText(name)}`;
        return { arn: formatArn({ ...place, resource }), origin: knownOrigin(value, field) };
      }
      const pattern = partOfBuild(value);
      if (pattern !== undefined && value.kind === 'unknown') {
        return { arn: formatArn({ ...place, resource: `project/${pattern}` }), origin: partialOrigin(value, field) };
      }
      const { text, origin } = namePart(value, field);
      return {
        arn: formatArn({ ...place, ...(accounts === 'any' ? { account: '*' } : {}), resource: 'project/*' }),
        origin: isNamed(origin) ? { kind: 'unknown', field, expression: text } : origin,
      };
    });
}

/**
 * The pattern of the project in a partly known ID of a build, which has a colon behind the project. Neither has one in
 * itself.
 */
export function partOfBuild(value: Value): string | undefined {
  const partial = partialOf(value);
  switch (partial?.kind) {
    case 'arn':
      return beforeColon(/^build(?:-batch)?\/(.+)$/.exec(partial.arn.resource)?.[1]);
    case 'name':
      return beforeColon(partial.pattern);
    case 'end':
    case undefined:
      return undefined;
  }
}

/** What is known of the part before the only colon; what follows a hole may be behind it. */
function beforeColon(pattern: string | undefined): string | undefined {
  if (pattern === undefined || pattern.startsWith('*')) return undefined;
  const colon = pattern.indexOf(':');
  const name = colon < 0 ? `${pattern.slice(0, pattern.indexOf('*'))}*` : pattern.slice(0, colon);
  return name.includes('/') ? undefined : name;
}

/** A report's ARN is `report/<group>:<uuid>`; IAM checks the group. */
function reportGroup(context: CallContext): readonly Resource[] {
  const field = 'ReportArns';
  return itemsOf(argument(context, field)).map((value): Resource => {
    const { text, origin } = namePart(value, field);
    const [, head, group] = /^(arn:.*):report\/([^:]+):[^:]+$/.exec(knownArn(value) === undefined ? '' : text) ?? [];
    if (head !== undefined) return { arn: `${head}:report-group/${group}`, origin };
    const partial = partialOf(value);
    const reports = partial?.kind === 'arn' ? /^report\/(.+)$/.exec(partial.arn.resource)?.[1] : undefined;
    const pattern = beforeColon(reports);
    if (partial?.kind === 'arn' && pattern !== undefined && value.kind === 'unknown') {
      return {
        arn: formatArn({ ...partial.arn, resource: `report-group/${pattern}` }),
        origin: partialOrigin(value, field),
      };
    }
    return {
      arn: formatArn({ ...context.place, account: '*', service: 'codebuild', resource: 'report-group/*' }),
      origin: isNamed(origin) ? { kind: 'unknown', field, expression: text } : origin,
    };
  });
}
