import { styleText } from 'node:util';
import { Failure } from '../failure.ts';

/** What a command's output is made for. */
export interface Terminal {
  readonly width: number;
  readonly colour: boolean;
  /** Box characters, arrows and marks; else ASCII stands for them. */
  readonly unicode: boolean;
}

/** Where the output goes, as far as it matters to how it looks. */
export interface Stream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a command's output goes: the process, or what stands for it. */
export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream & { readonly write: (text: string) => unknown };
  readonly env: Environment;
}

const PIPED_WIDTH = 100;
/** Narrower, a deep tree has no room for a word. */
const LEAST_WIDTH = 40;

/** Throws Failure for options that are none. */
export function terminalOf(
  command: string,
  stream: Stream,
  env: Environment,
  options: { readonly color?: string | undefined; readonly width?: string | undefined } = {},
): Terminal {
  const { color, width } = options;
  if (color !== undefined && !/^(auto|always|never)$/.test(color)) {
    throw new Failure(`${command}: --color ${JSON.stringify(color)} is not auto, always or never`);
  }
  if (width !== undefined && (!/^\d{1,4}$/.test(width) || Number(width) < LEAST_WIDTH)) {
    throw new Failure(
      `${command}: --width ${JSON.stringify(width)} is not a number of columns, at least ${LEAST_WIDTH}`,
    );
  }
  const columns = stream.isTTY === true ? stream.columns : undefined;
  return {
    width: width === undefined ? Math.max(columns || PIPED_WIDTH, LEAST_WIDTH) : Number(width),
    colour: color === undefined || color === 'auto' ? wantsColour(stream, env) : color === 'always',
    unicode: stream.isTTY === true && knowsUnicode(env),
  };
}

/**
 * Sources: https://no-color.org (any value but the empty one) and https://force-color.org, which counts more; `0` and
 * `false` as Node.js reads them: https://nodejs.org/api/tty.html#writestreamgetcolordepthenv
 */
export function wantsColour({ isTTY }: Stream, env: Environment): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return isTTY === true && env['TERM'] !== 'dumb';
}

/** The first of these that is set counts: https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html */
function knowsUnicode(env: Environment): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return /utf-?8/i.test(locale) || env['WT_SESSION'] !== undefined;
}

/** What a piece of text is, not how it looks. */
export type Style = 'title' | 'name' | 'faint' | 'good' | 'part' | 'open' | 'bad' | 'note' | 'plain';

const STYLES: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  title: 'bold',
  name: 'bold',
  faint: 'dim',
  good: 'green',
  part: 'cyan',
  open: 'yellow',
  bad: 'red',
  note: 'blue',
  plain: 'reset',
};

export function painted(text: string, style: Style | undefined, { colour }: Pick<Terminal, 'colour'>): string {
  if (!colour || style === undefined || style === 'plain' || text === '') return text;
  return styleText(STYLES[style], text, { validateStream: false });
}

/** Where progress is shown, and when it began. */
export interface Progress {
  /** Counts one more as done. */
  readonly step: () => void;
  /** Clears the line. */
  readonly end: () => void;
}

const PATIENCE_MS = 500;

/** Shows the progress of long work: one line on a terminal, from half a second on, cleared at the end. */
export function progressOf(
  what: string,
  total: number,
  stream: Streams['stderr'],
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  let done = 0;
  let shown = false;
  return {
    step: () => {
      done += 1;
      if (stream.isTTY !== true || now() - start < PATIENCE_MS) return;
      shown = true;
      stream.write(`\r\u001b[2Krolefit: ${what} ${done} of ${total}`);
    },
    end: () => {
      if (shown) stream.write('\r\u001b[2K');
    },
  };
}
