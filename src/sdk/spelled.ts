import type { ResourceSpec } from '../grants/integration.ts';
import { alsoInSmallLetters } from '../grants/smallLetters.ts';

/**
 * Services that write a name in small letters in its resource's ARN, whatever the caller wrote, at least for some of
 * their resources.
 *
 * Sources: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html and the ARNs that it
 * returns; 'stored as a lowercase string' in
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html,
 * https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateClusterParameterGroup.html and
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html
 */
const IN_SMALL_LETTERS: ReadonlySet<string> = new Set([
  'docdb',
  'elasticache',
  'neptune',
  'rds',
  'redshift',
  'sagemaker',
  'sagemakerfeaturestoreruntime',
  'sagemakermetrics',
  'sagemakerruntime',
]);

/** The resources of a service's row, as the service spells them. */
export function asSpelled(service: string, spec: ResourceSpec): ResourceSpec {
  return IN_SMALL_LETTERS.has(service) ? alsoInSmallLetters(spec) : spec;
}
