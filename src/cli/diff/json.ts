import type { Change, RoleChange } from '../../analysis/diff.ts';
import type { Finding } from '../../finding.ts';
import { findingJson } from '../../grants/findings.ts';
import type { UnreadableStateMachine } from '../input/stateMachines.ts';
import { permissionsOf, wildcardsOf } from './changes.ts';
import type { Compared } from './comparison.ts';

/** What `rolefit diff --json` prints. Fields are added in later versions, never renamed or removed. */
export interface DiffJson {
  readonly stateMachines: readonly DiffMachineJson[];
  readonly unreadable: readonly { readonly label: string; readonly reason: string }[];
}

interface DiffMachineJson {
  readonly label: string;
  readonly status: Compared['status'];
  /** Permissions, each once however many states need it; `wildcards` are among those added. */
  readonly counts: { readonly added: number; readonly removed: number; readonly wildcards: number };
  readonly policySize: { readonly old: number; readonly new: number };
  readonly added: readonly Change[];
  readonly removed: readonly Change[];
  readonly findings: { readonly new: readonly Finding[]; readonly gone: readonly Finding[] };
  readonly assumedRoles: readonly RoleChange[];
}

export function diffJson(all: readonly Compared[], unreadable: readonly UnreadableStateMachine[]): DiffJson {
  return {
    stateMachines: all.map(({ label, status, difference }) => ({
      label,
      status,
      counts: {
        added: permissionsOf(difference.added),
        removed: permissionsOf(difference.removed),
        wildcards: wildcardsOf(difference.added),
      },
      policySize: difference.size,
      added: difference.added,
      removed: difference.removed,
      findings: { new: difference.findings.new.map(findingJson), gone: difference.findings.gone.map(findingJson) },
      assumedRoles: difference.assumedRoles,
    })),
    unreadable: unreadable.map(({ label, reason }) => ({ label, reason })),
  };
}
