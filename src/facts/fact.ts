/**
 * What can be known of a resource that a definition names and does not describe. An absent field is not known. All
 * texts may contain `${Placeholders}` of a template.
 */
export interface ResourceFacts {
  /**
   * The customer managed key that encrypts it: its ARN, or the ARN of an alias. `none`: no customer managed key does,
   * so its users need no permission on one. Of an alias: the key that it points to.
   */
  readonly key?: string;
  /** ARNs of the roles that using it hands to a service; empty if it hands over none. */
  readonly roles?: readonly string[];
  /** A role's path, such as `/service/`. */
  readonly path?: string;
  /** ARN of the secret that has a connection's credentials. */
  readonly secret?: string;
  /** Where a workgroup writes results: `s3://bucket/prefix/`, or `none` if each query says it itself. */
  readonly output?: string;
  /** Whether a workgroup's settings override those of a query. */
  readonly enforced?: boolean;
  /** Of a state machine. */
  readonly type?: 'STANDARD' | 'EXPRESS';
  /** ARNs of the models that an inference profile chooses from. */
  readonly models?: readonly string[];
}

export type FactName = keyof ResourceFacts;

export const NO_KEY = 'none';

/**
 * Where a fact comes from, the nearest to the deployment first:
 *
 * - `commandLine`: given for this run by hand;
 * - `template`: from the template that is deployed, or the property Facts in it;
 * - `terraform`: from the Terraform files, plan or state that is deployed;
 * - `deployment`: recorded at the last deployment;
 * - `aws`: read from AWS;
 * - `file`: from a facts file.
 */
export const FACT_SOURCES = ['commandLine', 'template', 'terraform', 'deployment', 'aws', 'file'] as const;

export type FactSource = (typeof FACT_SOURCES)[number];

/** What one source says of one resource. */
export interface StatedFacts {
  /** An ARN, a pattern of ARNs, or a template's placeholder for an ARN. */
  readonly resource: string;
  readonly facts: ResourceFacts;
  readonly source: FactSource;
  /** The place in the source, for people: `template.yaml Queue`, `facts.yaml`, `sqs:GetQueueAttributes`. */
  readonly place: string;
}
