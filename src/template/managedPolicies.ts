import { own } from '../own.ts';
import { ofAws, type ReadPolicies, readPolicy, unread } from '../policy/document.ts';
import { MANAGED_POLICIES } from './data/managedPolicies.ts';

const AWS_POLICY = /^arn:(?:aws[a-z-]*|\$\{AWS::Partition\}):iam::aws:policy(\/.+)$/;

/** True for the ARN of an AWS managed policy. */
export function isAwsManaged(arn: string): boolean {
  return AWS_POLICY.test(arn);
}

/** The document of an AWS managed policy, by ARN or, as SAM allows, by name. */
export function awsManaged(nameOrArn: string, source: string, line: number | undefined): ReadPolicies {
  const path = AWS_POLICY.exec(nameOrArn)?.[1] ?? `/${nameOrArn}`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const policy = own(MANAGED_POLICIES, name);
  // Given the name alone, SAM finds the ARN with its path.
  const isIt = policy !== undefined && (path === `${policy.path}${name}` || nameOrArn === name);
  if (!isIt) return unread(source, `the document of the managed policy ${nameOrArn} is not known here`);
  return ofAws(name, readPolicy(policy.statements, `${source} (${name})`, line));
}
