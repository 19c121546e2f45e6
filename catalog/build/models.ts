/** The API models of the AWS SDKs, as the package botocore ships them: every operation with its input's members. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod/mini';
import { dictionary } from '../../functions/dictionary.ts';
import { own } from '../../src/own.ts';
import { DOUBLE_MODELS } from '../curated/services.ts';
import { lastField } from './path.ts';
import { wordsOf } from './words.ts';

/** A text in an operation's input. */
export interface Member {
  /** Its path in Step Functions' spelling: `Target.RoleArn`; `[]` follows a list, `{}` a map. */
  readonly path: string;
  /** True where every structure on the path is required. */
  readonly required: boolean;
  /** True where the model says that its value can be an ARN. */
  readonly arn: boolean;
  /** True where the model lists its values. */
  readonly oneOf: boolean;
  /** True where it names a key of AWS KMS. */
  readonly kmsKey?: boolean;
  /** Its default, from the curated tables. */
  readonly absent?: string;
  /** True where, by the curated tables, it also takes names that the ARN does not have. */
  readonly arnOnly?: true;
}

export interface Operation {
  /** As the API spells it: `ListObjectsV2`. */
  readonly name: string;
  /** As a task's Resource spells it: `listObjectsV2`. */
  readonly api: string;
  readonly members: readonly Member[];
  /** The names of its arguments, in Step Functions' spelling; undefined where no model has them. */
  readonly inputs?: readonly string[];
  /** The names of all that input and output hold at any depth, as words: `user data`. */
  readonly takes: readonly string[];
  readonly gives: readonly string[];
  /** True where input or output is an event stream, which no task can read or write. */
  readonly streams: boolean;
  /** True where the API takes unsigned requests. */
  readonly unsigned: boolean;
  readonly http: { readonly method: string; readonly path: string };
}

export interface Model {
  readonly operations: readonly Operation[];
}

const MEMBER = z.object({
  shape: z.string(),
  documentation: z.optional(z.string()),
  eventstream: z.optional(z.boolean()),
});
const SHAPE = z.object({
  type: z.string(),
  members: z.optional(dictionary(MEMBER)),
  required: z.optional(z.array(z.string())),
  member: z.optional(MEMBER),
  value: z.optional(MEMBER),
  pattern: z.optional(z.string()),
  enum: z.optional(z.array(z.string())),
  documentation: z.optional(z.string()),
  eventstream: z.optional(z.boolean()),
});
type Shape = z.infer<typeof SHAPE>;
const MODEL = z.object({
  metadata: z.object({ serviceId: z.optional(z.string()) }),
  operations: dictionary(
    z.object({
      http: z.optional(z.object({ method: z.optional(z.string()), requestUri: z.optional(z.string()) })),
      input: z.optional(z.object({ shape: z.string() })),
      output: z.optional(z.object({ shape: z.string() })),
      authtype: z.optional(z.string()),
      auth: z.optional(z.array(z.string())),
    }),
  ),
  shapes: dictionary(SHAPE),
});

/** Reads all models below a botocore's data folder, by the name that Step Functions would give the service. */
export function readModels(data: string): ReadonlyMap<string, Model> {
  const models = new Map<string, Model>();
  for (const folder of readdirSync(data, { withFileTypes: true })) {
    if (!folder.isDirectory() || DOUBLE_MODELS.has(folder.name)) continue;
    const latest = readdirSync(join(data, folder.name)).toSorted().at(-1);
    if (latest === undefined) continue;
    const files = readdirSync(join(data, folder.name, latest));
    const file = files.find((name) => name.startsWith('service-2.json'));
    if (file === undefined) continue;
    const bytes = readFileSync(join(data, folder.name, latest, file));
    const model = MODEL.parse(JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()));
    const id = model.metadata.serviceId ?? folder.name;
    models.set(id.toLowerCase().replace(/[^a-z0-9]/g, ''), { operations: operationsOf(model) });
  }
  return models;
}

function operationsOf(model: z.infer<typeof MODEL>): readonly Operation[] {
  return Object.entries(model.operations).map(([key, { input, output, http, authtype, auth }]) => {
    // CloudFront's operations carry the date of the API's version, which the SDK for Java leaves out.
    const name = key.replace(/\d{4}_\d{2}_\d{2}$/, '');
    const members: Member[] = [];
    const inner = input && own(model.shapes, input.shape);
    if (inner) collect(model.shapes, inner, '', true, [], members);
    return {
      name,
      api: name.charAt(0).toLowerCase() + name.slice(1),
      members,
      inputs: Object.keys(inner?.members ?? {}).map(pascal),
      takes: namesIn(model.shapes, input?.shape),
      gives: namesIn(model.shapes, output?.shape),
      streams: [input, output].some((shape) => shape !== undefined && isStream(model.shapes, shape.shape)),
      unsigned: authtype === 'none' || auth?.every((one) => /noAuth|Bearer/i.test(one)) === true,
      http: { method: http?.method ?? 'POST', path: http?.requestUri ?? '/' },
    };
  });
}

function isStream(shapes: Readonly<Record<string, Shape>>, name: string): boolean {
  return Object.values(own(shapes, name)?.members ?? {}).some(
    (member) => member.eventstream === true || own(shapes, member.shape)?.eventstream === true,
  );
}

/** The names of a shape's members and of what they hold, as words; each once. */
function namesIn(shapes: Readonly<Record<string, Shape>>, root: string | undefined): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const walk = (name: string | undefined): void => {
    const shape = name === undefined || seen.has(name) ? undefined : own(shapes, name);
    if (name === undefined || !shape) return;
    seen.add(name);
    for (const [key, member] of Object.entries(shape.members ?? {})) {
      names.add(wordsOf(key));
      walk(member.shape);
    }
    walk(shape.member?.shape);
    walk(shape.value?.shape);
  };
  walk(root);
  return [...names].toSorted();
}

/** Deep enough for every role and bucket in AWS's APIs; recursive shapes are walked once. */
const DEPTH = 6;

function collect(
  shapes: Readonly<Record<string, Shape>>,
  shape: Shape,
  path: string,
  required: boolean,
  above: readonly Shape[],
  found: Member[],
): void {
  if (above.includes(shape) || above.length > DEPTH) return;
  const inside = [...above, shape];
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const at = path === '' ? pascal(name) : `${path}.${pascal(name)}`;
    const needed = required && (shape.required ?? []).includes(name);
    visit(shapes, member, at, needed, inside, found, member.documentation ?? '');
  }
}

function visit(
  shapes: Readonly<Record<string, Shape>>,
  { shape: name }: { readonly shape: string },
  path: string,
  required: boolean,
  above: readonly Shape[],
  found: Member[],
  documentation: string,
): void {
  const shape = own(shapes, name);
  if (!shape) return;
  const text = `${documentation} ${shape.documentation ?? ''}`;
  switch (shape.type) {
    case 'string':
      found.push({
        path,
        required,
        arn: /\bARNs?\b|Amazon Resource Name/.test(text) || /arn/.test(shape.pattern ?? ''),
        oneOf: shape.enum !== undefined,
        kmsKey: isKmsKey(path, text) && shape.enum === undefined,
      });
      return;
    case 'structure':
      collect(shapes, shape, path, required, above, found);
      return;
    case 'list':
      if (shape.member && !above.includes(shape)) {
        visit(shapes, shape.member, `${path}[]`, required, [...above, shape], found, text);
      }
      return;
    case 'map':
      if (shape.value && !above.includes(shape)) {
        visit(shapes, shape.value, `${path}{}`, required, [...above, shape], found, text);
      }
  }
}

/** Keys of AWS KMS by their names, or by names of keys whose description speaks of AWS KMS. */
function isKmsKey(path: string, text: string): boolean {
  const name = lastField(path);
  // The key itself, which AWS KMS has encrypted.
  if (/base64/i.test(text)) return false;
  if (/Kms(Arn|Alias(Arn|Name))$/.test(name)) return true;
  if (
    !/(Key|Cmk)(Id|Arn|Identifier|Override)?s?$/.test(name) ||
    /^(Access|Public|Private|Partition|Sort|Api)/.test(name)
  )
    return false;
  return (
    /Kms|kmsKey|Cmk|CustomerManaged|EncryptionKey(Arn|Id|Override)?$/.test(name) ||
    /\bkms\b|\bCMK\b|Key Management Service/i.test(text)
  );
}

/**
 * A member's name as Step Functions spells it: in Pascal case with acronyms as words, like the SDK for Java, from
 * which the integrations are made (`DBInstanceIdentifier` is `DbInstanceIdentifier`).
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html#use-awssdk-integ
 */
function pascal(name: string): string {
  return name
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v([0-9]+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V([0-9]+)/g, '$1 V$2 ')
    .replace(/([a-z])(?=[A-Z]([a-zA-Z]|[0-9]))/g, '$1 ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([a-zA-Z])/g, '$1 $2')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}
