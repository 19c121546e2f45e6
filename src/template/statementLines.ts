import { isArray, isObject, type Json, jsonAt } from '../asl/json.ts';
import { own } from '../own.ts';
import type { ReadPolicies } from '../policy/document.ts';
import type { Resolver } from './intrinsics.ts';
import type { Template } from './read.ts';

/** Gives each statement of a policy document in a template its own line; the document stands at `path`. */
export function withStatementLines(
  read: ReadPolicies,
  path: readonly string[],
  { template, resolver }: { readonly template: Template; readonly resolver: Resolver },
): ReadPolicies {
  const { json, lineOf } = template;
  // A document, or the statements without one.
  const body = [[...path, 'Statement'], path].find((each) => lineOf(each) !== undefined) ?? path;
  const indexes = indexesLeft(jsonAt(json, body), resolver);
  const lineAt = (index: number) => lineOf([...body, String(indexes?.[index] ?? index)]) ?? lineOf(body);
  const policies = read.policies.map((policy) => ({
    ...policy,
    statements: policy.statements.map((statement, index) => {
      const line = lineAt(statement.index ?? index);
      return line === undefined ? statement : { ...statement, line };
    }),
  }));
  return { ...read, policies };
}

/** Where a list's items stand that are left when those without a value (AWS::NoValue) are taken out. */
function indexesLeft(list: Json | undefined, { resolve }: Resolver): readonly number[] | undefined {
  if (!isArray(list)) return undefined;
  return list.flatMap((item, index) => {
    const isOptional = isObject(item) && own(item, 'Fn::If') !== undefined;
    return isOptional && resolve(item) === undefined ? [] : [index];
  });
}
