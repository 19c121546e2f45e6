import type { AssumedRole, Fit, FittedCall } from '../../analysis/fit.ts';
import type { FactName } from '../../facts/fact.ts';
import type { Fact, FactQuestion } from '../../facts/facts.ts';
import type { Finding } from '../../finding.ts';
import { findingJson } from '../../grants/findings.ts';
import { type Certainty, type Conditions, certaintyOf, type Grant, type Origin } from '../../grants/grant.ts';
import type { Policy } from '../../policy/policy.ts';

/** What `rolefit generate --json` prints. Fields are added in later versions, never renamed or removed. */
export interface GenerateJson {
  readonly policy: Policy;
  /** With --split: the same policy in documents that each fit into a managed policy. */
  readonly policies?: readonly Policy[];
  readonly findings: readonly Finding[];
  readonly calls: readonly CallJson[];
  /** Roles that tasks assume through `Credentials`, with the policies that those need; none: left out. */
  readonly assumedRoles?: readonly AssumedRole[];
  /** What the analysis wanted to know of the resources that the definition names; nothing: left out. */
  readonly facts?: readonly FactJson[];
}

/** A fact of a resource, and who says it. */
interface FactJson {
  /** As the policy names it: an ARN, a pattern, or a placeholder. */
  readonly resource: string;
  readonly fact: FactName;
  /** Nobody knows it: left out. */
  readonly answer?: AnswerJson;
  /** Of a pattern: what is known of single resources that it may name. */
  readonly partial?: readonly AnswerJson[];
  /** What other sources say differently. */
  readonly contradicted?: readonly AnswerJson[];
}

type AnswerJson = Omit<Fact, 'name'>;

/** What it prints for a template: the same by logical ID, or by template and logical ID where two stacks share one. */
export interface MachinesJson {
  readonly machines: Readonly<Record<string, GenerateJson>>;
}

interface CallJson {
  readonly state: string;
  readonly service: string;
  readonly api: string;
  readonly pattern: string;
  readonly grants: readonly GrantJson[];
  readonly needsNothing?: string;
}

interface GrantJson {
  readonly purpose: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
  /** How sure it is that the call needs it. */
  readonly certainty: Certainty;
  /** Where that is not `required`: what decides, or why roles do without it, and the page that says so. */
  readonly reason?: string;
  readonly page?: string;
  /** Where each resource's name came from, in the order of `resources`. */
  readonly origins: readonly Origin[];
}

export function toJson(fit: Fit, split: boolean): GenerateJson {
  const { policy, policies, findings, calls, assumedRoles, questions } = fit;
  return {
    policy,
    ...(split ? { policies } : {}),
    findings: findings.map(findingJson),
    calls: calls.map(callJson),
    ...(assumedRoles.length > 0 ? { assumedRoles } : {}),
    ...(questions.length > 0 ? { facts: questions.map(factJson) } : {}),
  };
}

function factJson({ resource, name, answer, partial, contradicted }: FactQuestion): FactJson {
  return {
    resource,
    fact: name,
    ...(answer === undefined ? {} : { answer: answerJson(answer) }),
    ...(partial.length > 0 ? { partial: partial.map(answerJson) } : {}),
    ...(contradicted.length > 0 ? { contradicted: contradicted.map(answerJson) } : {}),
  };
}

function answerJson({ name: _, ...answer }: Fact): AnswerJson {
  return answer;
}

function callJson({ call, grants, needsNothing }: FittedCall): CallJson {
  return {
    state: call.state,
    service: call.kind === 'sdk' ? `aws-sdk:${call.service}` : call.service,
    api: call.api,
    pattern: call.pattern,
    grants: grants.map(grantJson),
    ...(needsNothing === undefined ? {} : { needsNothing }),
  };
}

function grantJson(grant: Grant): GrantJson {
  const { purpose, actions, resources, conditions, doubt } = grant;
  return {
    purpose,
    actions,
    resources: resources.map(({ arn }) => arn),
    ...(conditions === undefined ? {} : { conditions }),
    certainty: certaintyOf(grant),
    ...(doubt === undefined ? {} : { reason: doubt.reason, page: doubt.source }),
    origins: resources.map(({ origin }) => origin),
  };
}
