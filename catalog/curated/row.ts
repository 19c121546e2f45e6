/** What operations need besides the action of their name, as far as their arguments tell. */
export interface ExtraRow {
  readonly service: string;
  readonly operations: readonly string[];
  readonly actions: readonly string[];
  readonly on: readonly string[];
  /** Counts only where one of these arguments may be given. */
  readonly when?: readonly string[];
  /** Does not count where one of these arguments is given. */
  readonly unless?: readonly string[];
  readonly purpose?: 'data' | 'encryption';
  /** The row stands for the operation's own action. */
  readonly instead?: true;
  readonly source: string;
}

/** What operations do with the caller's permissions and the definition does not name: it is told, not granted. */
export interface ToldRow {
  readonly service: string;
  readonly operations: readonly string[];
  readonly what: string;
  /** Counts only where one of these arguments may be given. */
  readonly when?: readonly string[];
  readonly source: string;
}
