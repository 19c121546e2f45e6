import { DefinitionError } from '../../asl/error.ts';
import { isObject } from '../../asl/json.ts';
import { parseJson } from '../../asl/jsonText.ts';
import { nearest } from '../../nearest.ts';
import { constraintOf } from '../evaluate/constraint.ts';
import { fromJson } from '../functions/json.ts';
import type { HclExpression, SyntaxProblem } from '../hcl/syntax.ts';
import { type HclValue, string } from '../values/value.ts';
import type { ModuleFiles, ModuleSource } from './source.ts';

/** `--var` and `--var-file`, in the order in which they are given: the last one counts. */
export type VariableOption =
  | { readonly kind: 'value'; readonly name: string; readonly value: string }
  | { readonly kind: 'file'; readonly path: string };

/** What the root module's variables are given: an expression of a file or a value. */
export type VariableValue = { readonly expression: HclExpression } | { readonly value: HclValue };

interface Reading extends ModuleFiles {
  readonly parseHclExpression: (text: string) => HclExpression | undefined;
}

/**
 * The values of the root module's variables, the first source first, and each overrides those before.
 *
 * Source: https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
 */
export function variableValues(
  root: ModuleSource,
  options: readonly VariableOption[],
  files: Reading,
): { readonly values: ReadonlyMap<string, VariableValue>; readonly problems: readonly SyntaxProblem[] } {
  const names = files.list(root.folder).toSorted();
  const automatic = [
    ...['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name)),
    ...names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name)),
  ];
  const values = new Map<string, VariableValue>();
  const problems: SyntaxProblem[] = [];
  for (const path of automatic) fromFile(path, files, values, problems);
  for (const option of options) {
    if (option.kind === 'file') fromFile(option.path, files, values, problems);
    else fromOption(root, option, files, values, problems);
  }
  return { values, problems };
}

function fromFile(path: string, files: Reading, values: Map<string, VariableValue>, problems: SyntaxProblem[]): void {
  const place = { file: path, line: 1 };
  const text = files.readText(path);
  if (text === undefined) problems.push({ place, why: 'the file of variables cannot be read' });
  else if (path.endsWith('.json')) {
    try {
      const json = parseJson(text);
      if (!isObject(json)) throw new DefinitionError({}, 'is no object');
      for (const [name, value] of Object.entries(json)) values.set(name, { value: fromJson(value) });
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      problems.push({ place, why: `the file of variables ${error.message}` });
    }
  } else {
    const { body, problems: found } = files.parse(path, text);
    problems.push(...found);
    for (const [name, { value }] of body.attributes) values.set(name, { expression: value });
  }
}

/** A value of a primitive type is the text as it is; any other is written in HCL. */
function fromOption(
  root: ModuleSource,
  { name, value }: Extract<VariableOption, { kind: 'value' }>,
  files: Reading,
  values: Map<string, VariableValue>,
  problems: SyntaxProblem[],
): void {
  const place = { file: '--var', line: 1 };
  const block = root.variables.get(name);
  if (!block) {
    const like = nearest(name, root.variables.keys());
    const hint = like === undefined ? 'name one that the files declare' : `did you mean ${like}?`;
    problems.push({ place, why: `there is no variable ${JSON.stringify(name)}: ${hint}` });
    return;
  }
  const type = block.body.attributes.get('type')?.value;
  const constraint = constraintOf(type);
  if (!type || constraint.kind === 'string' || constraint.kind === 'number' || constraint.kind === 'bool') {
    values.set(name, { value: string(value) });
    return;
  }
  const expression = files.parseHclExpression(value);
  if (expression) values.set(name, { expression });
  else problems.push({ place, why: `the value of ${JSON.stringify(name)} is no expression: quote its texts` });
}
