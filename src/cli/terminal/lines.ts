import { visible } from '../../report/html.ts';
import { painted, type Style, type Terminal } from './terminal.ts';

/** Text for a terminal: styled pieces, wrapped to its width behind the prefix of each line. */

export interface Span {
  readonly text: string;
  readonly style?: Style;
}

export type Line = readonly Span[];

/**
 * A definition's text, safe for a terminal: on one line, with characters that would control the terminal or turn the
 * direction of writing shown as `⟨U+001B⟩`.
 */
export function shown(text: string): string {
  return visible(text).replaceAll(/[\n\t]/g, (char) => (char === '\n' ? '⟨U+000A⟩' : '⟨U+0009⟩'));
}

/** A span of untrusted text. */
export function quoted(text: string, style?: Style): Span {
  return style === undefined ? { text: shown(text) } : { text: shown(text), style };
}

/** A no-break space. */
export const NO_BREAK = '\u00a0';

/** A line's text with its colours, without trailing blanks. */
export function rendered(line: Line, terminal: Terminal): string {
  const kept = [...line];
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.text.trimEnd();
    kept.pop();
    if (text === '') continue;
    kept.push({ ...last, text });
    break;
  }
  return joined(kept)
    .map(({ text, style }) => painted(text.replaceAll(NO_BREAK, ' '), style, terminal))
    .join('');
}

/** Joins neighbouring spans of the same style, and the blanks between them. */
function joined(line: Line): Line {
  const spans: Span[] = [];
  for (const [index, span] of line.entries()) {
    const before = spans.at(-1);
    const isBetween = span.text.trim() === '' && before?.style === line[index + 1]?.style;
    if (before && (before.style === span.style || isBetween))
      spans.splice(-1, 1, { ...before, text: before.text + span.text });
    else spans.push(span);
  }
  return spans;
}

/** Wraps a text; its first line stands behind `first`, the others behind `rest`. */
export function block(first: Line, rest: Line, content: Line, terminal: Terminal): readonly string[] {
  const used = Math.max(widthOf(first), widthOf(rest));
  // A tree too deep for any text beside its lines runs past the edge.
  const room = Math.max(terminal.width - used, 20);
  return wrapped(content, room).map((line, index) => rendered([...(index === 0 ? first : rest), ...line], terminal));
}

const LABEL_INDENT: Line = [{ text: '  ' }];

/** Rows of a label and its meaning, the meanings aligned. */
export function labelled(rows: readonly (readonly [Line, Line])[], terminal: Terminal): readonly string[] {
  const widths = rows.map(([head]) => widthOf(head));
  const width = Math.max(...widths) + 2;
  return rows.flatMap(([head, content], index) =>
    block(
      [...LABEL_INDENT, ...head, { text: ' '.repeat(width - (widths[index] ?? 0)) }],
      [...LABEL_INDENT, { text: ' '.repeat(width) }],
      content,
      terminal,
    ),
  );
}

/** The words of these spans, on lines of at most `width` columns. */
function wrapped(content: Line, width: number): readonly Line[] {
  const lines: Span[][] = [[]];
  let used = 0;
  const add = (word: Line, size: number): void => {
    lines.at(-1)?.push(...word);
    used += size;
  };
  for (const { word, space } of wordsOf(content)) {
    const size = widthOf(word);
    if (used > 0 && used + space.length + size > width) {
      // A word longer than a line starts on the current one, if a good part of it fits there.
      if (size <= width || width - used - space.length < width / 2) {
        lines.push([]);
        used = 0;
      }
    }
    if (used > 0 && space !== '') add([{ text: space }], space.length);
    for (const part of cut(word, width - used, width)) {
      if (part.isNew) {
        lines.push([]);
        used = 0;
      }
      add(part.word, widthOf(part.word));
    }
  }
  return lines;
}

interface Word {
  readonly word: Line;
  /** The blanks before it. */
  readonly space: string;
}

/** Spans without a blank between them are one word. */
function wordsOf(content: Line): readonly Word[] {
  const words: { word: Span[]; space: string }[] = [];
  let space: string | undefined = '';
  for (const { text, style } of content) {
    for (const part of text.split(/( +)/)) {
      if (part === '') continue;
      if (part.startsWith(' ')) {
        space = part;
        continue;
      }
      const span = style === undefined ? { text: part } : { text: part, style };
      if (space === undefined) words.at(-1)?.word.push(span);
      else words.push({ word: [span], space });
      space = undefined;
    }
  }
  return words;
}

/** A word in parts that fit: an ARN breaks after `:` or `/`, any other word between graphemes. */
function cut(word: Line, first: number, width: number): readonly { readonly word: Line; readonly isNew: boolean }[] {
  if (widthOf(word) <= first) return [{ word, isNew: false }];
  const parts: { word: Span[]; isNew: boolean }[] = [{ word: [], isNew: false }];
  let room = first;
  for (const { text, style } of word) {
    for (const piece of piecesOf(text, width)) {
      const size = columnsOf(piece);
      if (size > room) {
        parts.push({ word: [], isNew: true });
        room = width;
      }
      const current = parts.at(-1)?.word;
      const last = current?.at(-1);
      if (last && last.style === style) current?.splice(-1, 1, { ...last, text: last.text + piece });
      else current?.push(style === undefined ? { text: piece } : { text: piece, style });
      room -= size;
    }
  }
  return parts.filter(({ word: part, isNew }) => isNew || part.length > 0);
}

let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as characters. The segmenter is made on first use: it takes milliseconds, and most output never needs it. */
function graphemes(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function piecesOf(text: string, width: number): readonly string[] {
  // A placeholder such as `${AWS::Region}` and the `::` in it stay whole.
  const pieces = text.match(/(?:\$\{[^}]*\}|[^:/])+(?:[:/]+|$)|[:/]+/g) ?? [text];
  return pieces.flatMap((piece) => (columnsOf(piece) <= width ? [piece] : graphemes(piece)));
}

function widthOf(line: Line): number {
  return line.reduce((sum, { text }) => sum + columnsOf(text), 0);
}

/** Two columns: East Asian wide and full-width characters, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const segment of graphemes(text)) {
    if (WIDE.test(segment)) columns += 2;
    else if (!/^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(segment)) columns += 1;
  }
  return columns;
}
