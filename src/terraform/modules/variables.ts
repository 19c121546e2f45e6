import { DefinitionError } from '../../asl/error.ts';
import { isObject } from '../../asl/json.ts';
import { parseJson } from '../../asl/jsonText.ts';
import { constraintOf } from '../evaluate/constraint.ts';
import { fromJson } from '../functions/json.ts';
import type { Expression, SyntaxProblem } from '../hcl/syntax.ts';
import { string, type Value } from '../values/value.ts';
import type { ModuleFiles, ModuleSource } from './source.ts';

/** `--var` and `--var-file`, in the order in which they are given: the last one counts. */
export type VariableOption =
  | { readonly kind: 'value'; readonly name: string; readonly value: string }
  | { readonly kind: 'file'; readonly path: string };

/** What the root module's variables are given: an expression of a file or a value. */
export type Given = { readonly expression: Expression } | { readonly value: Value };

interface Reading extends ModuleFiles {
  readonly parseExpression: (text: string) => Expression | undefined;
}

/**
 * The values of the root module's variables, the first source first, and each overrides those before.
 *
 * Source: https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
 */
export function givenVariables(
  root: ModuleSource,
  options: readonly VariableOption[],
  files: Reading,
): { readonly given: ReadonlyMap<string, Given>; readonly problems: readonly SyntaxProblem[] } {
  const names = files.list(root.folder).toSorted();
  const automatic = [
    ...['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name)),
    ...names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name)),
  ];
  const given = new Map<string, Given>();
  const problems: SyntaxProblem[] = [];
  for (const path of automatic) fromFile(path, files, given, problems);
  for (const option of options) {
    if (option.kind === 'file') fromFile(option.path, files, given, problems);
    else fromOption(root, option, files, given, problems);
  }
  return { given, problems };
}

function fromFile(path: string, files: Reading, given: Map<string, Given>, problems: SyntaxProblem[]): void {
  const place = { file: path, line: 1 };
  const text = files.readText(path);
  if (text === undefined) problems.push({ place, why: 'the file of variables cannot be read' });
  else if (path.endsWith('.json')) {
    try {
      const json = parseJson(text);
      if (!isObject(json)) throw new DefinitionError({}, 'is no object');
      for (const [name, value] of Object.entries(json)) given.set(name, { value: fromJson(value) });
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      problems.push({ place, why: `the file of variables ${error.message}` });
    }
  } else {
    const { body, problems: found } = files.parse(path, text);
    problems.push(...found);
    for (const [name, { value }] of body.attributes) given.set(name, { expression: value });
  }
}

/** A value of a primitive type is the text as it is; any other is written in HCL. */
function fromOption(
  root: ModuleSource,
  { name, value }: Extract<VariableOption, { kind: 'value' }>,
  files: Reading,
  given: Map<string, Given>,
  problems: SyntaxProblem[],
): void {
  const place = { file: '--var', line: 1 };
  const block = root.variables.get(name);
  if (!block) {
    problems.push({ place, why: `there is no variable ${JSON.stringify(name)}: name one that the files declare` });
    return;
  }
  const type = block.body.attributes.get('type')?.value;
  const constraint = constraintOf(type);
  if (!type || constraint.kind === 'string' || constraint.kind === 'number' || constraint.kind === 'bool') {
    given.set(name, { value: string(value) });
    return;
  }
  const expression = files.parseExpression(value);
  if (expression) given.set(name, { expression });
  else problems.push({ place, why: `the value of ${JSON.stringify(name)} is no expression: quote its texts` });
}
