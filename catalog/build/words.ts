/** The words of the models and of the reference: CreateJob's JobName and ${JobId} are about the same thing. */

/** In lower case, without what separates words. */
export function norm(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** A name's words, in lower case: the `iam role arn` of IAMRoleArn. */
export function wordsOf(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
    .trim();
}

const SUFFIX = /(arns?|ids?|names?|identifiers?|urls?|uuids?|uris?|list)$/;

/** Without what makes it an identifier: the job of JobIds. */
export function base(text: string): string {
  const bare = text.replace(/(withpath|withoutleadingslash)$/, '').replace(/list$/, '');
  return bare
    .replace(SUFFIX, '')
    .replace(/s$/, '')
    .replace(/^db(?=[a-z]{3})/, '');
}

type Kind = 'id' | 'name' | 'any';

/** An ID is not a name: an ARN with an ID that the service makes up does not follow from the name that the caller chose. */
export function identifierKind(text: string): Kind {
  if (/(ids?|uuids?)$/.test(text)) return 'id';
  return /(names?|namewithpath)$/.test(text) ? 'name' : 'any';
}

/** The job of an evaluation-job or an EvaluationJob. */
export function lastWord(key: string): string {
  return (
    key
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z0-9]/)
      .at(-1) ?? ''
  );
}

/** What an operation is about: CreateJob a job. */
export function nounOf({ name }: { readonly name: string }): string {
  return base(norm(name.replace(/^[A-Z][a-z]+/, '')));
}

/** True for the parts of an ARN that AWS makes up: they do not follow from the name that the caller chose. */
export function isOpaque(slot: string): boolean {
  return identifierKind(slot) === 'id' || /identifier$/.test(slot);
}

/** Words for a resource that do not say of which type. */
export const GENERIC: ReadonlySet<string> = new Set([
  'resourcearn',
  'resource',
  'resourceid',
  'resourceidentifier',
  'arn',
  'resourcename',
  'resourcearns',
  'resourcearnlist',
  'resources',
  'resourceids',
  'arns',
]);

/** Words for what the operation is about. */
export const OWN: ReadonlySet<string> = new Set(['name', 'id', 'identifier', 'names', 'ids', 'arn', 'arns']);

/** The operations that make something, in lower case: a name that they take may be one that no resource has yet. */
export const MAKES_SOMETHING =
  /^(create|allocate|associate|import|register|start|publish|put|run|request|purchase|restore|copy|clone|upload|begin|issue)/;
