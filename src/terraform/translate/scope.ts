import { dirname } from 'node:path';
import type { Json } from '../../asl/json.ts';
import type { Evaluated, EvaluatedResource } from '../resource.ts';

/** What translating one argument needs of all the others. */
export interface TranslationScope {
  readonly resource: (address: string) => EvaluatedResource | undefined;
  /** True for a resource of another Region than the one that the template is for. */
  readonly isElsewhere: (resource: EvaluatedResource) => boolean;
  /** A name for what no resource says: the same for the same expression of one module. */
  readonly nameOf: (unknown: UnknownValue) => string;
  /** The expressions of all names so far. */
  readonly expressions: () => ReadonlyMap<string, string>;
  /** What a data source aws_iam_policy_document makes; undefined for what is known only after apply. */
  readonly policyDocument: (resource: EvaluatedResource) => Json | undefined;
}

type MakeDocument = (resource: EvaluatedResource, scope: TranslationScope) => Json | undefined;

type UnknownValue = Extract<Evaluated, { readonly kind: 'unknown' }>;

export function translationScope(
  resources: readonly EvaluatedResource[],
  makeDocument: MakeDocument,
  here: EvaluatedResource['provider'] = {},
): TranslationScope {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const names = new Map<string, string>();
  const taken = new Map<string, string>();
  const documents = new Map<string, Json | undefined>();
  const scope: TranslationScope = {
    resource: (address) => byAddress.get(address),
    isElsewhere: ({ provider: { region } }) => region !== undefined && region !== here.region,
    nameOf: ({ expression, place }) => {
      const key = `${dirname(place.file)}\0${expression}`;
      const known = names.get(key);
      if (known !== undefined) return known;
      const stem = placeholderName(expression);
      let name = stem;
      for (let n = 2; taken.has(name); n++) name = `${stem}-${n}`;
      taken.set(name, expression);
      names.set(key, name);
      return name;
    },
    expressions: () => taken,
    policyDocument: (resource) => {
      const { address } = resource;
      if (!documents.has(address)) {
        // A document that is in itself would never end.
        documents.set(address, undefined);
        documents.set(address, makeDocument(resource, scope));
      }
      return documents.get(address);
    },
  };
  return scope;
}

/** What src/iam/text.ts takes for the name of a placeholder. */
const NAME = /^[A-Za-z_](?:[A-Za-z0-9_.-]|\[(?:\d+|"[^"\\{}$]*")\])*$/;

/** An address or an expression as the name in a placeholder: as it is, where no character is in the way. */
export function placeholderName(text: string): string {
  if (NAME.test(text)) return text;
  const plain = text
    .replaceAll(/[^A-Za-z0-9_.[\]-]+/g, '-')
    .replaceAll(/[[\]]/g, '-')
    .replaceAll(/-+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80);
  return /^[A-Za-z_]/.test(plain) ? plain : `value-${plain}`;
}

/** The value of an argument, or what stands at a path through nested blocks: a block alone stands for the list of it. */
export function argumentAt(resource: EvaluatedResource, path: string): Evaluated | undefined {
  const [first = '', ...rest] = path.split('.');
  let value = resource.arguments.get(first);
  for (const name of rest) value = value && entryOf(value, name);
  return isNotGiven(value) ? undefined : value;
}

function entryOf(value: Evaluated, name: string): Evaluated | undefined {
  switch (value.kind) {
    case 'object':
      return value.entries.get(name);
    case 'list': {
      const [only, ...more] = value.items;
      return only === undefined || more.length > 0 ? undefined : entryOf(only, name);
    }
    case 'known':
      return entryOfKnown(value.value, name);
    case 'text':
      return undefined;
    // Whatever it is, its parts are not known either.
    case 'reference':
    case 'unknown':
      return value;
  }
}

function entryOfKnown(json: Json, name: string): Evaluated | undefined {
  const [first, ...more] = Array.isArray(json) ? json : [json];
  if (typeof first !== 'object' || first === null || Array.isArray(first) || more.length > 0) return undefined;
  const value = new Map<string, Json>(Object.entries(first)).get(name);
  return value === undefined ? undefined : { kind: 'known', value };
}

/** Terraform takes null for an argument that is not given. */
export function isNotGiven(value: Evaluated | undefined): value is undefined {
  return value === undefined || (value.kind === 'known' && value.value === null);
}

/** The items of a list, also of one that is known; undefined for what is known only after apply. */
export function listItems(value: Evaluated | undefined): readonly Evaluated[] | undefined {
  if (value === undefined) return [];
  if (value.kind === 'list') return value.items;
  if (value.kind === 'object') return [value];
  if (value.kind !== 'known') return undefined;
  if (value.value === null) return [];
  return (Array.isArray(value.value) ? value.value : [value.value]).map((item) => ({ kind: 'known', value: item }));
}

/** An entry of an object, such as an argument of a nested block. */
export function entryIn(value: Evaluated, name: string): Evaluated | undefined {
  const entry = entryOf(value, name);
  return isNotGiven(entry) ? undefined : entry;
}

/** The text of a value that is wholly known. */
export function textIn(value: Evaluated | undefined): string | undefined {
  if (value?.kind === 'text' && value.parts.every((part) => typeof part === 'string')) return value.parts.join('');
  return value?.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}
