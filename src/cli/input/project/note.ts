/** Something to know of what was chosen, for standard error alone. */
export interface ProjectNote {
  readonly file: string;
  readonly severity: 'info' | 'warning';
  readonly code: 'project' | 'stale-build';
  readonly message: string;
}
