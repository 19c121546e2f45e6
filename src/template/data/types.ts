import type { Json } from '../../asl/json.ts';

/** A policy template of SAM: its statements hold `Ref`s to the parameters. */
export interface SamPolicy {
  readonly parameters: readonly string[];
  readonly statements: Json;
}

/** `Read` or `Write` → a policy document, with `%{Destination.Arn}` in its resources. */
export interface ConnectorProfile {
  readonly [access: string]: { readonly Statement: Json };
}

/** A managed policy of AWS, as of one version. */
export interface AwsManagedPolicy {
  /** `/`, or `/service-role/`: part of its ARN. */
  readonly path: string;
  readonly version: string;
  /** The day of AWS's last edit of it. */
  readonly edited: string;
  readonly statements: Json;
}
