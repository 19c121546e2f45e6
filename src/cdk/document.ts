import type { IResolveContext } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { SnapshotKind } from './snapshot.ts';
import { Synthesis } from './synthesis.ts';

/** Has no answer while the state machine cannot be read. */
type Make = (kind: SnapshotKind) => readonly PolicyStatement[] | undefined;

/** A policy document whose statements are made when the template is written: only then is all of the app there. */
export class LateDocument extends PolicyDocument {
  readonly #synthesis: Synthesis;
  readonly #make: Make;
  #isEmpty: boolean | undefined;

  constructor(synthesis: Synthesis, make: Make) {
    super();
    this.#synthesis = synthesis;
    this.#make = make;
  }

  /** A synthesis begins: whether there are statements is to be asked again. */
  begin(): void {
    this.#isEmpty = undefined;
  }

  /** The CDK leaves an empty policy out. It asks while it collects dependencies, and must get the same answer to the end. */
  override get isEmpty(): boolean {
    if (Synthesis.isReading) return false;
    return (this.#isEmpty ??= this.#make('early')?.length === 0);
  }

  override get statementCount(): number {
    return Synthesis.isReading ? 0 : (this.#make('early')?.length ?? 0);
  }

  override resolve(context: IResolveContext): unknown {
    if (context.preparing) this.#synthesis.prepare();
    const statements = context.preparing || Synthesis.isReading ? [] : (this.#make('final') ?? []);
    if (statements.length === 0) return NOTHING;
    return new PolicyDocument({ statements: [...statements] }).resolve(context);
  }
}

/** What it refers to, the state machine's definition refers to as well: so there is nothing to prepare. */
const NOTHING = { Version: '2012-10-17', Statement: [] };
