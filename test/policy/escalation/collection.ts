/** One path: its name in the collection, and the actions that it needs, without those that only look around. */
export type Path = readonly [name: string, needs: string];

/** A public collection of ways to more rights in AWS. Names and actions are its facts. */
export interface Collection {
  readonly name: string;
  readonly page: string;
  /** When it was read, and in what. */
  readonly read: string;
  readonly paths: readonly Path[];
}
