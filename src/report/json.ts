import { escapeInvisible } from './html.ts';

/** The longest value that stands on one line. */
const LINE = 64;

/** JSON for people: short values stand on one line. `indent` is the depth at which it starts. */
export function readableJson(json: unknown, indent = 0): string {
  return escapeInvisible(lines(json, '  '.repeat(indent)));
}

function lines(json: unknown, pad: string): string {
  const short = oneLine(json);
  if (short.length <= LINE || typeof json !== 'object' || json === null) return short;
  const deeper = `${pad}  `;
  const list = Array.isArray(json);
  const parts = list
    ? json.map((item: unknown) => lines(item, deeper))
    : Object.entries(json).map(([key, value]) => `${JSON.stringify(key)}: ${lines(value, deeper)}`);
  const [open, close] = list ? '[]' : '{}';
  return `${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${pad}${close}`;
}

function oneLine(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(oneLine).join(', ')}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const fields = Object.entries(json).map(([key, value]) => `${JSON.stringify(key)}: ${oneLine(value)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
