import { isArray, isObject, type Json } from '../../../asl/json.ts';
import { parseJson } from '../../../asl/jsonText.ts';
import { own } from '../../../own.ts';
import { joinPolicies, type ReadPolicies, readPolicy, unread } from '../../../policy/document.ts';
import type { DocumentOrigin } from '../../../policy/statement.ts';
import { awsManaged } from '../../../template/managedPolicies.ts';
import { readSnippet } from '../../../template/read.ts';
import { Failure } from '../../failure.ts';
import { sourceOf } from '../../input/inputFile.ts';
import { displayName, formatOf, located, readText } from '../../input/read.ts';
import { boundaryNote, type RoleToCheck } from '../roles.ts';
import { noPolicy, policiesIn } from './documents.ts';
import type { FoundPolicies, FoundPolicy, MissingPolicy } from './found.ts';

/** A file's policies, and how to point into it. */
interface PolicyFile {
  readonly file: string;
  readonly found: FoundPolicies;
  readonly lineOf: (path: readonly string[]) => number | undefined;
}

/** What the command line says about the files. */
export interface PolicyFilesAsked {
  readonly files: readonly string[];
  /** The role, by name or ARN, whose policies count where the files have those of several. */
  readonly role: string | undefined;
  /** True where the user says that the role has no other policies. */
  readonly areAll: boolean;
}

/**
 * A role as the files describe it: with the policies in them and no others. Throws Failure for a file without a policy, and
 * for files with the policies of several roles of which none is chosen.
 */
export function roleOfFiles({ files, role, areAll }: PolicyFilesAsked): RoleToCheck {
  const read = [...new Set(files)].map(readFile);
  const chosen = chosenRole(read, role);
  const isOfRole = (each: { readonly role?: string }) => each.role === undefined || each.role === chosen;
  const all = read.map(({ file, found, lineOf }) =>
    joinPolicies(
      ...found.policies.filter(isOfRole).map((policy) => documentOf(file, policy, lineOf)),
      ...found.missing.filter(isOfRole).map((policy) => missingOf(file, policy)),
    ),
  );
  const boundaries = read.flatMap(({ found }) => found.boundaries ?? []).filter(isOfRole);
  const boundaryNotes = boundaries.map(({ arn }) => boundaryNote(arn, 'and no policy in these files says how'));
  const names = read.map(({ file }) => displayName(file));
  const isWhole = areAll || read.some(({ found }) => found.isWhole === true);
  return {
    key: names.join(', '),
    name: chosen ?? names.join(', '),
    title: [...(chosen === undefined ? [] : [`role ${chosen}`]), `policies of ${names.join(', ')}`].join(', '),
    policies: joinPolicies(...all, { policies: [], notEvaluated: boundaryNotes }),
    isDeployed: false,
    otherUsers: [],
    boundaryNotes,
    files: names,
    ...(isWhole ? {} : { isPart: true }),
  };
}

function readFile(file: string): PolicyFile {
  const text = file.startsWith('git:') ? sourceOf(file).text() : readText(file, 'a policy document');
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') throw new Failure(`${displayName(file)}: is empty; give a policy document`);
  try {
    const { json, lineOf } = readSnippet(body, formatOf(file));
    const found = policiesIn(json);
    if (found === undefined) throw new Failure(`${displayName(file)}: ${noPolicy(json)}`);
    if (found.policies.length + found.missing.length === 0) {
      throw new Failure(`${displayName(file)}: has no policy of a role; give the file that has the role's policies`);
    }
    return { file, found, lineOf };
  } catch (error) {
    throw located(error, file);
  }
}

/** The name of the only role that the files are about, or of the one that is asked for. */
function chosenRole(read: readonly PolicyFile[], asked: string | undefined): string | undefined {
  const all = read.flatMap(({ found }) => [...found.policies, ...found.missing].flatMap(({ role }) => role ?? []));
  const roles = [...new Set(all)];
  const name = asked?.slice(asked.lastIndexOf('/') + 1);
  if (name !== undefined && roles.length > 0 && !roles.includes(name)) {
    throw new Failure(`check: no policy file has the role ${name}; there is ${roles.join(', ')}`);
  }
  if (name === undefined && roles.length > 1) {
    throw new Failure(`check: the policy files have several roles (${roles.join(', ')}); choose one with --role`);
  }
  return name ?? roles[0];
}

function missingOf(file: string, { name, reason, arn }: MissingPolicy): ReadPolicies {
  const source = `${displayName(file)} ${name}`;
  const known = arn === undefined ? undefined : awsManaged(arn, source, undefined);
  return known !== undefined && known.policies.length > 0 ? known : unread(source, reason);
}

/** A document whose statements know their own lines. */
function documentOf(file: string, { name, document, path }: FoundPolicy, lineOf: PolicyFile['lineOf']): ReadPolicies {
  const source = [displayName(file), ...(name === '' ? [] : [name])].join(' ');
  const json = decoded(document);
  const { policies, notEvaluated } = readPolicy(json, source, undefined, originOf(json, path));
  const isText = typeof document === 'string';
  const lineAt = (index: number) => (isText ? lineOf(path) : lineOfStatement(json, index, path, lineOf));
  return {
    policies: policies.flatMap((policy) =>
      policy.statements.map((statement, position) => {
        const index = statement.index ?? position;
        return { ...policy, line: lineAt(index), statements: [{ ...statement, index }] };
      }),
    ),
    notEvaluated,
  };
}

/** The line of a statement; in JSON, that of its first element. */
function lineOfStatement(
  document: Json,
  index: number,
  path: readonly string[],
  lineOf: PolicyFile['lineOf'],
): number | undefined {
  const body = isObject(document) ? own(document, 'Statement') : undefined;
  const place = [...path, 'Statement', ...(isArray(body) ? [String(index)] : [])];
  const statement = isArray(body) ? body[index] : body;
  const [first] = statement !== undefined && isObject(statement) ? Object.keys(statement) : [];
  return lineOf(place) ?? (first === undefined ? undefined : lineOf([...place, first]));
}

/** IAM's answers have documents as text that is encoded as in a URL; the CLI decodes it. */
function decoded(document: Json): Json {
  if (typeof document !== 'string') return document;
  try {
    return parseJson(document.startsWith('%') ? decodeURIComponent(document) : document);
  } catch {
    return document;
  }
}

/**
 * A document that someone writes may have placeholders, such as what `rolefit generate` prints without --region. What AWS
 * and Terraform say of a role has none.
 */
function originOf(document: Json, path: readonly string[]): DocumentOrigin {
  const isWritten = path.length < 2 && path[0] !== 'PolicyDocument';
  return isWritten && /\$\{(?:AWS::)?[A-Za-z][\w.]*\}/.test(JSON.stringify(document)) ? 'template' : 'role';
}
