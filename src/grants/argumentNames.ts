/**
 * The names of a service's arguments: API, spelled as in a task's Resource → the names with spaces between them.
 * `npm run refresh` writes them from the API models of the AWS SDKs and, for optimized integrations, from AWS's pages.
 */
export type ArgumentNames = Readonly<Record<string, string>>;

/** The names of one API's arguments; undefined if nothing tells them. */
export function namesOfArguments(names: string | undefined): readonly string[] | undefined {
  return names?.split(' ').filter((name) => name !== '');
}
