import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Snapshot, type SnapshotKind, snapshotOf } from './snapshot.ts';

/**
 * The synthesis that is under way. The CDK applies aspects, then looks for references between stacks ('preparing'), then
 * writes templates. Only after the second step do templates have the imports that they are written with.
 */
export class Synthesis {
  readonly #root: IConstruct;
  readonly #snapshots = new Map<SnapshotKind, Snapshot>();
  #isPrepared = false;

  private constructor(root: IConstruct) {
    this.#root = root;
  }

  static of(construct: IConstruct): Synthesis {
    const root = Stage.of(construct) ?? construct.node.root;
    const synthesis = SYNTHESES.get(root) ?? new Synthesis(root);
    SYNTHESES.set(root, synthesis);
    return synthesis;
  }

  /** Aspects are applied: a synthesis begins. */
  begin(): void {
    this.#isPrepared = false;
    this.#snapshots.clear();
  }

  /** References between stacks are looked for. */
  prepare(): void {
    this.#isPrepared = true;
  }

  /** What `use` makes of the templates. While it runs, what rolefit writes into them is left out. */
  read<T>(wanted: SnapshotKind, use: (snapshot: Snapshot) => T): T {
    const kind = this.#isPrepared ? wanted : 'early';
    const snapshot = this.#snapshots.get(kind) ?? snapshotOf(this.#root, kind);
    this.#snapshots.set(kind, snapshot);
    const before = isReading;
    isReading = true;
    try {
      return use(snapshot);
    } finally {
      isReading = before;
    }
  }

  static get isReading(): boolean {
    return isReading;
  }
}

const SYNTHESES = new WeakMap<IConstruct, Synthesis>();

/** Templates are read at once, so there is one reader at a time, whatever the app. */
let isReading = false;
