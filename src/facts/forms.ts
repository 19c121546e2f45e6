/** How a facts file writes values. The JSON Schema and the reading of a file are both made of these forms. */

/** What a field's value must be. `wanted` completes 'write …'. */
export type ValueForm =
  | { readonly kind: 'text'; readonly forms: readonly RegExp[]; readonly wanted: string }
  | { readonly kind: 'list'; readonly items: readonly RegExp[]; readonly least: 0 | 1; readonly wanted: string }
  | { readonly kind: 'flag'; readonly wanted: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly wanted: string };

/** `${Placeholder}` of a template, in a text or in place of it. */
const HOLE = String.raw`\$\{[^{}]+\}`;
const PARTITION = `(?:aws(?:-[a-z]+)*|${HOLE})`;
const REGION = String.raw`(?:[a-z]+(?:-[a-z]+)+-\d+|${HOLE})`;
const ACCOUNT = String.raw`(?:\d{12}|${HOLE})`;

/** The whole value is a template's placeholder for an ARN, such as `${OrdersKey.Arn}`. */
export const WHOLE_HOLE = /^\$\{[A-Za-z_][A-Za-z0-9_.-]*\}$/;

const NONE = /^none$/;
const KEY_ARN = new RegExp(String.raw`^arn:${PARTITION}:kms:${REGION}:${ACCOUNT}:key\/(?:${HOLE}|[\w-])+$`);
/** Of a multi-Region key and of any other. */
const KEY_ID = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html (AliasName) */
const ALIAS_NAME = String.raw`alias\/(?:${HOLE}|[\w:/-])+`;
const ALIAS = new RegExp(`^${ALIAS_NAME}$`);
const ALIAS_ARN = new RegExp(`^arn:${PARTITION}:kms:${REGION}:${ACCOUNT}:${ALIAS_NAME}$`);

/** A key in the resource's own Region and account, which its ARN must therefore name: an ID or an alias's name. */
export const SHORT_KEY = /^(?:alias\/(?!aws\/)|mrk-[0-9a-f]{32}$|[0-9a-f]{8}-)/;

export const KEY_FORM: ValueForm = {
  kind: 'text',
  forms: [NONE, KEY_ARN, ALIAS_ARN, ALIAS, KEY_ID, WHOLE_HOLE],
  wanted: 'the ARN of a customer managed key (arn:aws:kms:REGION:ACCOUNT:key/ID) or of its alias, alias/NAME, or none',
};

export const KEY_OF_ALIAS_FORM: ValueForm = {
  kind: 'text',
  forms: [KEY_ARN, KEY_ID, WHOLE_HOLE],
  wanted: 'the ARN of the key that the alias points to (arn:aws:kms:REGION:ACCOUNT:key/ID)',
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html (names and paths) */
const ROLE_ARN = new RegExp(String.raw`^arn:${PARTITION}:iam::${ACCOUNT}:role\/(?:${HOLE}|[\w+=,.@/-])+$`);

export const ROLES_FORM: ValueForm = {
  kind: 'list',
  items: [ROLE_ARN, WHOLE_HOLE],
  least: 0,
  wanted: 'a list of the ARNs of IAM roles (arn:aws:iam::ACCOUNT:role/NAME), or [] if it names none',
};

export const HANDED_OVER_FORM: ValueForm = {
  ...ROLES_FORM,
  wanted: 'a list of the ARNs of the IAM roles that tasks pass where nothing names one, as with --pass-role',
};

export const PATH_FORM: ValueForm = {
  kind: 'text',
  forms: [/^\/(?:[!-)+-.0->@-~]+\/)*$/],
  wanted: 'the path of the role, such as /service/, or / if it has none',
};

export const SECRET_FORM: ValueForm = {
  kind: 'text',
  forms: [
    new RegExp(`^arn:${PARTITION}:secretsmanager:${REGION}:${ACCOUNT}:secret:(?:${HOLE}|[A-Za-z0-9/_+=.@!-])+$`),
    WHOLE_HOLE,
  ],
  wanted: 'the ARN of the secret (arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-SUFFIX)',
};

export const OUTPUT_FORM: ValueForm = {
  kind: 'text',
  forms: [NONE, new RegExp(String.raw`^s3:\/\/(?:${HOLE}|[\w.-])+(?:\/(?:${HOLE}|[^\s{}*?])*)?$`)],
  wanted: 's3://BUCKET/PREFIX/, or none if the workgroup has no location and each query says it',
};

export const FLAG_FORM: ValueForm = { kind: 'flag', wanted: 'true or false, without quotation marks' };

export const MACHINE_TYPE_FORM: ValueForm = {
  kind: 'choice',
  choices: ['STANDARD', 'EXPRESS'],
  wanted: 'STANDARD or EXPRESS',
};

export const MODELS_FORM: ValueForm = {
  kind: 'list',
  items: [
    new RegExp(String.raw`^arn:${PARTITION}:bedrock:${REGION}?:${ACCOUNT}?:[a-z-]+\/(?:${HOLE}|[\w.:/-])+$`),
    WHOLE_HOLE,
  ],
  least: 1,
  wanted: 'a list of the ARNs of models (arn:aws:bedrock:REGION::foundation-model/ID)',
};
