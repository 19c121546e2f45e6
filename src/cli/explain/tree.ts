import type { FittedCall } from '../../analysis/fit.ts';
import type { State, Workflow } from '../../asl/workflow.ts';
import type { Finding } from '../../finding.ts';
import { sizeOf } from '../../policy/policy.ts';
import { QUOTAS } from '../../policy/quota.ts';
import { type Counts, kindWords, type ReportModel, type StateView } from '../../report/model.ts';
import { inOrder } from '../../report/order.ts';

/** A state with what stands in it, in the order of execution: what `rolefit explain` shows. */
export interface StateNode {
  readonly view: StateView;
  /** `dynamodb:updateItem`, `Parallel`; as the definition spells it. */
  readonly kind: string;
  /** False where nothing leads to it. */
  readonly reached: boolean;
  readonly inner: readonly Branch[];
}

export interface Branch {
  /** `branch 1` of a Parallel; undefined for a Map's items, of which there is one workflow. */
  readonly label: string | undefined;
  readonly nodes: readonly StateNode[];
}

export interface Summary extends Counts {
  readonly wildcards: number;
  readonly policySize: number;
  readonly policyQuota: number;
}

export function summaryOf({ counts, fit }: ReportModel): Summary {
  return {
    ...counts,
    wildcards: counts.open + counts.limits,
    policySize: sizeOf(fit.policy),
    policyQuota: QUOTAS.inlinePolicySize,
  };
}

/** The whole workflow; what concerns the state machine itself comes first. */
export function treeOf(report: ReportModel): readonly StateNode[] {
  const machine = report.viewOf.get('');
  const own: readonly StateNode[] =
    machine === undefined ? [] : [{ view: machine, kind: '', reached: true, inner: [] }];
  return [...own, ...nodesOf(report.workflow, report)];
}

function nodesOf(workflow: Workflow, report: ReportModel): readonly StateNode[] {
  const { reached, unreached } = inOrder(workflow);
  const node = (isReached: boolean) => (state: State) => {
    const view = report.viewOf.get(state.path);
    return view === undefined ? [] : [nodeOf(state, view, isReached, report)];
  };
  return [...reached.flatMap(node(true)), ...unreached.flatMap(node(false))];
}

function nodeOf(state: State, view: StateView, reached: boolean, report: ReportModel): StateNode {
  const inner = state.inner.map((workflow, index) => ({
    label: workflow.kind === 'branch' ? `branch ${index + 1}` : undefined,
    nodes: nodesOf(workflow, report),
  }));
  return { view, kind: kindOf(state, view), reached, inner };
}

/** The integration as the Resource spells it (`states:startExecution.sync:2`), which says more than the call. */
function kindOf(state: State, view: StateView): string {
  const resource = state.acts?.kind === 'task' ? state.acts.resource : '';
  const api = /^arn:[^:]*:states:[^:]*:[^:]*:(?!activity:)(.+)$/.exec(resource)?.[1];
  if (api !== undefined) return api;
  if (/^arn:[^:]*:states:[^:]*:[^:]*:activity:/.test(resource)) return 'activity';
  return kindWords(view);
}

/** The parts of a tree at these states: by name, or by path where it begins with a slash. */
export function nodesAt(tree: readonly StateNode[], wanted: string): readonly StateNode[] {
  return tree.flatMap((node) => {
    const { path, state } = node.view;
    if (wanted.startsWith('/') ? path === wanted : state?.name === wanted) return [node];
    return node.inner.flatMap(({ nodes }) => nodesAt(nodes, wanted));
  });
}

/** A node and all that stands in it. */
export function within(nodes: readonly StateNode[]): readonly StateNode[] {
  return nodes.flatMap((node) => [node, ...node.inner.flatMap((branch) => within(branch.nodes))]);
}

export function findingsIn(nodes: readonly StateNode[]): readonly Finding[] {
  return within(nodes).flatMap(({ view }) => view.findings);
}

export function callsIn(nodes: readonly StateNode[]): readonly FittedCall[] {
  return within(nodes).flatMap(({ view }) => view.calls);
}
