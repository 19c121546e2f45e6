import { own } from '../own.ts';

/**
 * HTML by construction: what a template interpolates is escaped, unless a template made it. A definition's texts are
 * untrusted (whoever may edit a workflow chooses its names), so nothing else in this folder joins texts to markup.
 */
const MARKUP: unique symbol = Symbol('markup');

/** Markup that a template made. JSON has no symbols, so no text from a definition can pose as it. */
export interface Html {
  readonly [MARKUP]: string;
}

/** `undefined` and `false` stand for nothing. */
export type Content = Html | string | number | undefined | false | readonly Content[];

/** A template of HTML or SVG; attributes' values go in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { [MARKUP]: strings.map((text, index) => text + markupOf(values[index])).join('') };
}

/** Text that is markup already: the page's own script and style, never a user's text. */
export function trusted(text: string): Html {
  return { [MARKUP]: text };
}

export function toText(content: Html): string {
  return content[MARKUP];
}

function markupOf(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeHtml(visible(content));
  if (typeof content === 'number') return String(content);
  if (MARKUP in content) return content[MARKUP];
  return content.map(markupOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => own(ENTITIES, char) ?? '');
}

/**
 * Characters without a shape of their own: controls, lone surrogates, and format characters, which include those that turn
 * the direction of writing and so could make a name look like another. The joiners of emoji and Persian stay.
 */
const INVISIBLE = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** The text with its invisible characters named: `⟨U+202E⟩`. */
export function visible(text: string): string {
  return text.replaceAll(INVISIBLE, (char) => `⟨U+${hex(char.codePointAt(0) ?? 0)}⟩`);
}

/** JSON text with such characters as escapes: still the same JSON when it is copied. */
export function escapeInvisible(json: string): string {
  return json.replaceAll(INVISIBLE, (char) =>
    Array.from({ length: char.length }, (_, index) => `\\u${hex(char.charCodeAt(index))}`).join(''),
  );
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
