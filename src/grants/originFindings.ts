import type { Finding } from '../finding.ts';
import { hasEscape } from '../iam/pattern.ts';
import { isPlaceholder } from '../iam/text.ts';
import type { Cause } from '../values/domain/cause.ts';
import type { GrantFinding } from './findings.ts';
import type { Grant, Origin, Resource } from './grant.ts';

/** What one finding is about: resources with the same field and expression, or that are wide for the same reason. */
interface SameOrigin {
  readonly origin: Origin;
  readonly actions: Set<string>;
  readonly resources: Set<Resource>;
}

/**
 * One finding for each origin that leaves a resource wider than a name, however many grants share it. Each has the
 * resources that it is about, the same objects as in the grants.
 */
export function originFindings(state: string, grants: readonly Grant[]): readonly GrantFinding[] {
  // Most grants name all their resources.
  let found: Map<string, SameOrigin> | undefined;
  for (const { actions, resources } of grants) {
    for (const resource of resources) {
      const { arn, origin } = resource;
      const key = originKey(arn, origin);
      if (key === undefined) continue;
      found ??= new Map();
      let same = found.get(key);
      if (!same) {
        same = { origin, actions: new Set(), resources: new Set() };
        found.set(key, same);
      }
      for (const action of actions) same.actions.add(action);
      same.resources.add(resource);
    }
  }
  if (found === undefined) return [];
  return [...found.values()].map(({ origin, actions, resources }): GrantFinding => {
    const about = [...resources];
    const arns = [...new Set(about.map(({ arn }) => arn))].join(', ');
    const { code, severity, message } = messageOf(origin, [...actions].join(', '), arns);
    return { code, severity, state, message, about };
  });
}

/** Equal for the resources of one finding; undefined if there is nothing to report. */
function originKey(arn: string, origin: Origin): string | undefined {
  switch (origin.kind) {
    case 'fixed':
      return undefined;
    case 'literal':
    case 'resolved':
      return hasEscape(arn) ? `literal ${origin.field}` : undefined;
    case 'fact':
      return hasEscape(arn) ? `fact ${origin.of}` : undefined;
    case 'assumedName':
      return `assumed ${origin.field} ${origin.placeholder}`;
    case 'pattern':
      return `pattern ${origin.field} ${origin.expression}`;
    case 'unknown':
      return `unknown ${origin.field} ${origin.expression}`;
    case 'missing':
      return `missing ${origin.field}`;
    case 'wildcard':
      return `wildcard ${origin.reason}`;
    case 'unnamedMachine':
      return 'unnamedMachine';
  }
}

type Message = Pick<Finding, 'code' | 'severity' | 'message'>;

function messageOf(origin: Origin, actions: string, arns: string): Message {
  switch (origin.kind) {
    case 'unknown':
      return isPlaceholder(origin.expression)
        ? {
            code: 'placeholder',
            severity: 'warning',
            message: `${origin.field} is the placeholder ${origin.expression}, whose value is needed to name the resource: ${actions} on ${arns}. Give it with --substitute.`,
          }
        : {
            code: origin.cause?.widened ? 'widened-values' : 'dynamic-resource',
            severity: 'warning',
            message: `${origin.field} is known only at run time (${origin.expression}${whyUnknownValue(origin.cause)}): ${actions} on ${arns}`,
          };
    case 'assumedName':
      return {
        code: 'placeholder',
        severity: 'warning',
        message: `${origin.field} is the placeholder ${origin.placeholder}, taken for a name: ${actions} on ${arns}. If it stands for an ARN, give its value with --substitute.`,
      };
    case 'missing':
      return {
        code: 'missing-argument',
        severity: 'warning',
        message: `${origin.field} is missing, so nothing names the resource: ${actions} on ${arns}`,
      };
    case 'wildcard':
      return {
        code: 'wildcard-resource',
        severity: passesRoles(actions) ? 'warning' : 'info',
        message: `${actions} on ${arns}: ${origin.reason}`,
      };
    case 'unnamedMachine':
      return {
        code: 'name-needed',
        severity: 'warning',
        message: `The workflow refers to itself and its name is not known: ${actions} on ${arns}. Give it with --name.`,
      };
    case 'pattern':
      return {
        ...(origin.cause?.widened
          ? { code: 'widened-values', severity: 'warning' }
          : {
              code: 'partly-dynamic-resource',
              severity: passesRoles(actions) && ANY_ROLE.test(arns) ? 'warning' : 'info',
            }),
        message: `${origin.field} is known in part (${origin.expression}; at run time: ${origin.unknown}${whyUnknownValue(origin.cause)}): ${actions} on ${arns}`,
      };
    case 'literal':
    case 'resolved':
    case 'fixed':
    case 'fact':
      return {
        code: 'special-characters',
        severity: 'warning',
        message: `A value holds *, ? or \${, which IAM would read as a pattern: escaped so that it matches only itself (${arns})`,
      };
  }
}

/** Whoever may pass any role may do what the most powerful of them may. */
function passesRoles(actions: string): boolean {
  return /\biam:PassRole\b/.test(actions);
}

const ANY_ROLE = /:role\/\*(?:,|$)/;

function whyUnknownValue(cause: Cause | undefined): string {
  if (cause === undefined) return '';
  return cause.state === '' ? `: ${cause.reason}` : `: ${cause.reason}, state ${cause.state}`;
}
