import type { Severity } from '../../finding.ts';
import type { Tightness } from '../../grants/tightness.ts';
import type { Span } from './lines.ts';
import type { Style, Terminal } from './terminal.ts';

/** The signs of a tree and its marks. */
export interface Glyphs {
  readonly branch: string;
  readonly last: string;
  readonly bar: string;
  readonly gap: string;
  readonly dot: string;
  readonly arrow: string;
  readonly minus: string;
  readonly marks: Readonly<Record<Tightness, string>>;
}

const UNICODE: Glyphs = {
  branch: '├─ ',
  last: '└─ ',
  bar: '│  ',
  gap: '   ',
  dot: '·',
  arrow: '→',
  minus: '−',
  marks: { none: ' ', exact: '●', pattern: '◐', limit: '◇', open: '○', error: '✗' },
};

const ASCII: Glyphs = {
  branch: '|- ',
  last: '`- ',
  bar: '|  ',
  gap: '   ',
  dot: '-',
  arrow: '->',
  minus: '-',
  marks: { none: ' ', exact: '=', pattern: '~', limit: '#', open: '?', error: '!' },
};

export function glyphsOf({ unicode }: Terminal): Glyphs {
  return unicode ? UNICODE : ASCII;
}

const TIGHTNESS_STYLES: Readonly<Record<Tightness, Style>> = {
  none: 'faint',
  exact: 'good',
  pattern: 'part',
  limit: 'open',
  open: 'open',
  error: 'bad',
};

export const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = { error: 'bad', warning: 'open', info: 'note' };

export function markOf(tightness: Tightness, terminal: Terminal): Span {
  return { text: glyphsOf(terminal).marks[tightness], style: TIGHTNESS_STYLES[tightness] };
}

export function tightnessStyle(tightness: Tightness): Style {
  return TIGHTNESS_STYLES[tightness];
}
