/** The shape of the files in judgements/: what someone has said of each action that signals.ts makes a candidate. */
import type { FreeReason, GuardedReason } from './reasons.ts';

/** Reason → actions, without their prefix and spelled as IAM spells them. */
type ByReason<Reason extends string> = { readonly [reason in Reason]?: readonly string[] };

/** The judgements of one prefix: `codebuild.ts`. */
export interface Judgements {
  /**
   * Where AWS documents the actions: the API reference's base, to which `API_StartBuild.html` is added
   * (`https://docs.aws.amazon.com/codebuild/latest/APIReference/`), or one page for all (`….html`). A prefix that several APIs share
   * has one for each, by the SDKs' name of the service.
   */
  readonly page: string | Readonly<Record<string, string>>;
  /** At deploy the template must allow it by name; after the deploy it is never granted unless it was deployed. */
  readonly always?: ByReason<GuardedReason>;
  /** Deploying it is enough; after the deploy it is never granted unless it was deployed. */
  readonly recheck?: ByReason<GuardedReason>;
  /** Not guarded. */
  readonly free?: ByReason<FreeReason>;
}
