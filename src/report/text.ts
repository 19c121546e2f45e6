/**
 * Estimates how wide text is, without a browser: SVG neither wraps nor shortens. The widths are a little more than those
 * of the usual interface fonts (Segoe UI, San Francisco, Roboto; DejaVu Sans is the widest), so that text stays in its box.
 */
const NARROW = /[ifjlt.,:;'|!()[\]\s]/;
const WIDE = /[mwMW@%&—]/;
const UPPER = /\p{Lu}|[0-9#$<>=+~?_]/u;
const MARK = /\p{M}|\u200c|\u200d|\ufe0f/u;
/** CJK, Hangul, full-width forms and emoji take a whole em. */
const FULL =
  /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|[\u{10000}-\u{10ffff}]/u;

/** In em. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) {
    if (MARK.test(char)) continue;
    if (FULL.test(char)) width += 1.1;
    else if (NARROW.test(char)) width += 0.36;
    else if (WIDE.test(char)) width += 0.95;
    else width += UPPER.test(char) ? 0.7 : 0.6;
  }
  return width;
}

export function pixels(text: string, size: number): number {
  return Math.ceil(widthOf(text) * size);
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/** As much of a text as fits, with an ellipsis where it is cut; never cut within a grapheme. */
export function shorten(text: string, size: number, width: number): string {
  if (pixels(text, size) <= width) return text;
  const [head] = cut(text, size, width - pixels('…', size));
  return `${head.trimEnd()}…`;
}

/** A text on at most `lines` lines, broken between words where that is possible; the last one is shortened. */
export function wrap(text: string, size: number, width: number, lines: number): readonly string[] {
  if (lines <= 1 || pixels(text, size) <= width) return [shorten(text, size, width)];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (pixels((line + piece).trimEnd(), size) > width) break;
    line += piece;
  }
  // A word longer than a line, or one that would leave a short stub before it, breaks at the end of the line.
  if (pixels(line, size) < width / 2) [line] = cut(text, size, width);
  if (line === '') return [shorten(text, size, width)];
  return [line.trimEnd(), ...wrap(text.slice(line.length).trimStart(), size, width, lines - 1)];
}

/** Pieces after which a line may end: words with their trailing space, and the words of scripts without spaces. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of WORDS.segment(text)) {
    const apart = /\s$/.test(piece) || (FULL.test(piece) && FULL.test(segment));
    if (apart && !/^\s/.test(segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/** The longest beginning that fits, and the rest. */
function cut(text: string, size: number, width: number): readonly [head: string, rest: string] {
  let end = 0;
  let used = 0;
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    used += widthOf(segment) * size;
    if (used > width) break;
    end = index + segment.length;
  }
  return [text.slice(0, end), text.slice(end)];
}
