import { basename } from 'node:path';
import type { Json } from '../asl/json.ts';
import { hasPlaceholder, splitAtPlaceholders } from '../iam/text.ts';
import { own } from '../own.ts';
import type { Placeholder, Placeholders } from './placeholder.ts';
import { shapeOf } from './resources.ts';

/**
 * What imports are, as the stack that exports them says it: the ARN, URL or name of one of its resources. So two imports of
 * one resource are known to mean the same, and a queue's URL tells its ARN.
 */

/** A resource's ARN, URL or name, which another stack exports. */
export interface ExportedPlaceholder {
  /** The exporting template. */
  readonly file: string;
  /** The text that stands for the resource's name in `writtenOut`. */
  readonly name: string;
  readonly writtenOut: string;
  readonly kind: Placeholder['kind'];
  readonly resourceType: string;
}

export interface Import {
  /** The export's name, or the stack's and the output's. */
  readonly name: string;
  /** The placeholder that stands for it in the importing template. */
  readonly to: string;
}

/** What a placeholder of an exporting template says; undefined if it is no ARN, URL or name that contains a name alone. */
export function exportedPlaceholder(
  file: string,
  text: string,
  what: Placeholder | undefined,
): ExportedPlaceholder | undefined {
  if (what?.resourceType === undefined) return undefined;
  const { resourceType, kind, writtenOut = kind === 'name' ? text : '' } = what;
  const [name, ...more] = splitAtPlaceholders(writtenOut).filter((piece) => isName(piece));
  return name === undefined || more.length > 0 ? undefined : { file, name, writtenOut, kind, resourceType };
}

function isName(piece: string): boolean {
  return hasPlaceholder(piece) && !piece.startsWith('${AWS::');
}

/** The name of a resource of another template, in both templates. */
export interface SharedName {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Placeholders of imports, with one placeholder for the name of a resource however it is imported. */
export function importedPlaceholders(
  imports: readonly Import[],
  exported: (name: string) => ExportedPlaceholder | undefined,
  placeholders: Placeholders,
): { readonly placeholders: Placeholders; readonly names: readonly SharedName[] } {
  const known = imports.flatMap(({ name, to }) => {
    const what = exported(name);
    const intrinsic = own(placeholders, to)?.intrinsic;
    return what === undefined || intrinsic === undefined ? [] : [{ to, what, intrinsic }];
  });
  const found = new Map(Object.entries(placeholders));
  const names = [...Map.groupBy(known, ({ what }) => `${what.file}\0${what.name}`).values()].flatMap((same) => {
    const [first] = same;
    const parts = same.flatMap((each) => nameIn(each.what, each.intrinsic) ?? []);
    const [intrinsic] = parts;
    if (first === undefined || intrinsic === undefined) return [];
    const { file, name, resourceType } = first.what;
    const to = freeName(file, name, found);
    found.set(to, { kind: 'name', resourceType, intrinsic });
    for (const { to: text, what, intrinsic: whole } of same) {
      const writtenOut = what.writtenOut.split(what.name).join(to);
      found.set(text, { kind: what.kind, resourceType, writtenOut, intrinsic: whole });
    }
    // A policy may take the name out of the ARN or the URL by itself.
    const taken = new Set(parts.map((part) => JSON.stringify(part)));
    for (const [text, what] of Object.entries(placeholders)) {
      if (what.intrinsic === undefined || !taken.has(JSON.stringify(what.intrinsic)) || text === to) continue;
      if (found.get(text)?.writtenOut === undefined)
        found.set(text, { ...what, kind: 'name', resourceType, writtenOut: to });
    }
    return [{ file, from: name, to }];
  });
  return { placeholders: Object.fromEntries(found), names };
}

/** `${ImportedOtherQueueQueueName}` for `${Queue.QueueName}` of `Other.template.json`; Fn::Sub takes letters and digits. */
function freeName(file: string, name: string, taken: ReadonlyMap<string, unknown>): string {
  const stack = basename(file).split('.')[0] ?? '';
  const stem = `Imported${`${stack}${name}`.replaceAll(/[^A-Za-z0-9]/g, '')}`;
  for (let n = 1; ; n++) {
    const text = `\${${stem}${n === 1 ? '' : n}}`;
    if (!taken.has(text)) return text;
  }
}

/** The name in an import's value, as CloudFormation gets it; undefined if it cannot be told apart. */
function nameIn({ kind, resourceType, writtenOut, name }: ExportedPlaceholder, intrinsic: Json): Json | undefined {
  if (writtenOut === name) return intrinsic;
  const { form = '' } = shapeOf(resourceType);
  const resource = kind === 'arn' ? form.replaceAll('::', '').split(':').slice(5).join(':') : '';
  // https://sqs.REGION.amazonaws.com/ACCOUNT/NAME
  if (kind === 'url') return part(4, '/', intrinsic);
  if (resource === '{name}') return part(5, ':', intrinsic);
  if (/^[\w-]+:\{name\}$/.test(resource)) return part(6, ':', intrinsic);
  return /^[\w-]+\/\{name\}$/.test(resource) ? part(1, '/', intrinsic) : undefined;
}

function part(index: number, separator: string, text: Json): Json {
  return { 'Fn::Select': [index, { 'Fn::Split': [separator, text] }] };
}
