import { createHash } from 'node:crypto';
import { STRING } from '../values/type.ts';
import { bool, type HclValue, string, unknown } from '../values/value.ts';
import type { FunctionCall, Functions, TerraformFunction } from './define.ts';

/** The text of a file; a value that says why there is none. */
export function readFile(path: string, call: FunctionCall): string | HclValue {
  const text = call.context.readText(path);
  return (
    text ??
    unknown(
      call,
      `the file ${JSON.stringify(path)} cannot be read: it is not there, or outside of the repository`,
      STRING,
    )
  );
}

export const FILES: Functions = {
  file: ofFile(string),
  filebase64: ofFile((text) => string(Buffer.from(text).toString('base64'))),
  filemd5: ofFile((text) => digest('md5', text)),
  filesha1: ofFile((text) => digest('sha1', text)),
  filesha256: ofFile((text) => digest('sha256', text)),
  filesha512: ofFile((text) => digest('sha512', text)),
  filebase64sha256: ofFile((text) => string(createHash('sha256').update(text).digest('base64'))),
  filebase64sha512: ofFile((text) => string(createHash('sha512').update(text).digest('base64'))),
  fileexists: {
    params: [STRING],
    // A file that is made before an apply may be missing here.
    run: ([path], call) =>
      path?.kind === 'string' && call.context.readText(path.value) !== undefined
        ? bool(true)
        : unknown(call, 'the file may be made before an apply'),
  },
  basename: ofPath((path) => (path === '' ? '.' : /([^/]*)\/*$/.exec(path)?.[1] || '/')),
  dirname: ofPath((path) => cleaned(path.slice(0, path.lastIndexOf('/') + 1))),
};

function digest(algorithm: string, text: string): HclValue {
  return string(createHash(algorithm).update(text).digest('hex'));
}

function ofFile(result: (text: string) => HclValue): TerraformFunction {
  return {
    params: [STRING],
    result: STRING,
    run: ([path], call) => {
      const text = path?.kind === 'string' ? readFile(path.value, call) : '';
      if (typeof text !== 'string') return text;
      // What isn't text was read with replacements: its digest and its content would be others.
      return text.includes('\ufffd') ? unknown(call, 'the file is no text', STRING) : result(text);
    },
  };
}

function ofPath(result: (path: string) => string): TerraformFunction {
  return {
    params: [STRING],
    result: STRING,
    run: ([path]) => string(path?.kind === 'string' ? result(path.value) : ''),
  };
}

/** Go's path.Clean. */
function cleaned(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !path.startsWith('/')) parts.push(part);
  }
  const joined = parts.join('/');
  return path.startsWith('/') ? `/${joined}` : joined || '.';
}
