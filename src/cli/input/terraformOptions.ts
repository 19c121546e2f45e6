import type { Source } from './inputFile.ts';

/** What the command line says of Terraform's variables, and what is Terraform's. */

export interface TerraformValues {
  /** The values of variables, as they are written. */
  readonly variables: Readonly<Record<string, string>>;
  /** Files of such values, in their order. */
  readonly variableFiles: readonly string[];
  /** A plan beside the folder. */
  readonly plan: string | undefined;
}

export const NO_TERRAFORM: TerraformValues = { variables: {}, variableFiles: [], plan: undefined };

/** True for a folder with files of Terraform or OpenTofu, and without an app of the CDK. */
export function isTerraformFolder({ path, list, read }: Source): boolean {
  return list(path).some((name) => TERRAFORM_FILE.test(name)) && read(`${path}/manifest.json`) === undefined;
}

/** True for one of the files of such a folder. */
export function isTerraformFile(path: string): boolean {
  return TERRAFORM_FILE.test(path) && !path.startsWith('git:');
}

const TERRAFORM_FILE = /\.(?:tf|tofu)(?:\.json)?$/;

/** What `terraform show -json` prints before the first apply. */
const EMPTY_STATE = /^\uFEFF?\s*\{\s*"format_version"\s*:\s*"[^"]*"\s*\}\s*$/;

/** True for what `terraform show -json` prints of a plan or a state, and for the state's own file. */
export function isPlanOrState(text: string): boolean {
  if (EMPTY_STATE.test(text)) return true;
  if (!/^\uFEFF?\s*\{/.test(text) || !/"terraform_version"\s*:/.test(text)) return false;
  return /"(?:format_version|lineage)"\s*:/.test(text);
}
