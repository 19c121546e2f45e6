import { readFileSync } from 'node:fs';
import { DefinitionError } from '../../asl/error.ts';
import type { Json } from '../../asl/json.ts';
import { type Format, parseAny } from '../../asl/parse.ts';
import { own } from '../../own.ts';
import { Failure } from '../failure.ts';

const STDIN = 0;

/** Reads any JSON or YAML from a file. Throws Failure with the file's name in front. */
export function readJson(file: string, wanted?: string): Json {
  const text = readText(file, wanted);
  try {
    return parseAny(text, formatOf(file));
  } catch (error) {
    throw located(error, file);
  }
}

/** A file's text, or that of standard input for `-`. Throws Failure with the file's name in front. */
export function readText(file: string, wanted = 'a state machine definition'): string {
  return decode(readBytes(file, wanted), file);
}

/** A definition's error with the name of its file in front; any other error as it is. */
export function located(error: unknown, file: string): unknown {
  return error instanceof DefinitionError ? new Failure(`${displayName(file)}: ${error.message}`) : error;
}

export function displayName(file: string): string {
  return file === '-' ? 'standard input' : file;
}

export function formatOf(file: string): Format {
  if (/\.json$/i.test(file)) return 'json';
  return /\.ya?ml$/i.test(file) ? 'yaml' : 'auto';
}

function readBytes(file: string, wanted: string): Buffer {
  try {
    return readFileSync(file === '-' ? STDIN : file);
  } catch (error) {
    throw new Failure(`${displayName(file)}: ${readProblem(error, wanted)}`);
  }
}

const READ_PROBLEMS: Readonly<Record<string, string>> = {
  EISDIR: 'is a directory; name a file in it',
  EACCES: 'cannot be read: permission denied',
  EAGAIN: 'nothing is there to read; pipe a definition in, or name a file',
};

function readProblem(error: unknown, wanted: string): string {
  if (!(error instanceof Error)) return `cannot be read: ${String(error)}`;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOENT') return `no such file; name ${wanted}, or - for standard input`;
  return own(READ_PROBLEMS, code) ?? `cannot be read: ${error.message}`;
}

/** What a ZIP file begins with: the plan that `terraform plan -out` writes is one. */
const ZIP = 'PK\u0003\u0004';

/** Throws Failure with the name in front for what is no UTF-8. */
export function decode(bytes: Buffer, file: string): string {
  if (bytes.subarray(0, ZIP.length).toString('latin1') === ZIP) {
    throw new Failure(
      `${displayName(file)}: is a ZIP file; where it is a plan, name what \`terraform show -json ${displayName(file)}\` prints of it`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure(`${displayName(file)}: is not UTF-8 text; save it as UTF-8`);
  }
}
