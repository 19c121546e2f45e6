import type { Fit } from '../../analysis/fit.ts';
import type { Finding } from '../../finding.ts';
import type { Tightness } from '../../grants/tightness.ts';
import type { ReportModel } from '../../report/model.ts';
import { type GenerateJson, toJson } from '../generate/json.ts';
import type { StateMachine, UnreadableStateMachine } from '../input/stateMachines.ts';
import { callsIn, findingsIn, type StateNode, type Summary, summaryOf } from './tree.ts';

/** What `rolefit explain --json` prints. Fields are added in later versions, never renamed or removed. */
export interface ExplainJson {
  readonly stateMachines: readonly MachineJson[];
  readonly unreadable: readonly { readonly label: string; readonly reason: string }[];
}

interface MachineJson extends GenerateJson {
  readonly label: string;
  readonly logicalId?: string;
  readonly summary: Summary;
  readonly tree: readonly StateNodeJson[];
}

/** One state machine, or the part of it that is asked for. */
export interface Explained {
  readonly stateMachine: StateMachine;
  readonly result: Fit;
  readonly report: ReportModel;
  readonly nodes: readonly StateNode[];
}

export function explainJson(all: readonly Explained[], unreadable: readonly UnreadableStateMachine[]): ExplainJson {
  return {
    stateMachines: all.map(({ stateMachine, result, report, nodes }) => ({
      label: stateMachine.label,
      ...(stateMachine.template === undefined ? {} : { logicalId: stateMachine.template.machine.logicalId }),
      summary: summaryOf(report),
      tree: nodes.map(nodeJson),
      ...toJson({ ...result, findings: inOrderOf(result.findings, nodes), calls: callsIn(nodes) }, false),
    })),
    unreadable: unreadable.map(({ label, reason }) => ({ label, reason })),
  };
}

/** Those of the states that are shown, errors first as everywhere. */
function inOrderOf(findings: readonly Finding[], nodes: readonly StateNode[]): readonly Finding[] {
  const kept = new Set(findingsIn(nodes));
  return findings.filter((finding) => kept.has(finding));
}

/** A node of `rolefit explain --json`. */
export interface StateNodeJson {
  readonly name: string;
  /** JSON Pointer; empty for the state machine itself. */
  readonly path: string;
  readonly type: string;
  readonly kind: string;
  readonly tightness: Tightness;
  readonly permissions: number;
  readonly wildcards: number;
  /** Left out where it is true. */
  readonly reached?: false;
  readonly branches?: readonly { readonly label?: string; readonly states: readonly StateNodeJson[] }[];
}

function nodeJson({ view, kind, reached, inner }: StateNode): StateNodeJson {
  return {
    name: view.state?.name ?? '',
    path: view.path,
    type: view.state?.type ?? 'StateMachine',
    kind,
    tightness: view.tightness,
    permissions: view.permissions,
    wildcards: view.wildcards,
    ...(reached ? {} : { reached: false }),
    ...(inner.length === 0
      ? {}
      : {
          branches: inner.map(({ label, nodes }) => ({
            ...(label === undefined ? {} : { label }),
            states: nodes.map(nodeJson),
          })),
        }),
  };
}
