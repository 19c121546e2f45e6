/**
 * IAM's text patterns: `*` is any run of characters, `?` any one character, and `${*}`, `${?}`, `${$}` stand for the
 * characters themselves. Any other `${…}` is taken as opaque text: a CloudFormation reference or a substitution that
 * is still to be made.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html and
 * …/reference_policies_variables.html#policy-vars-specialchars
 */

const ANY_RUN = -1;
const ANY_ONE = -2;
/** The dollar sign of an opaque `${…}`: the text `${$}{…}` never equals one, since it is that text and no variable. */
const OPAQUE = -3;

/** A pattern as code units, with wildcards and opaque dollar signs as negative numbers. */
function tokens(pattern: string): readonly number[] {
  const result: number[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === '*') result.push(ANY_RUN);
    else if (char === '?') result.push(ANY_ONE);
    else if (char === '$' && /^\$\{[*?$]\}/.test(pattern.slice(i, i + 4))) {
      result.push(pattern.charCodeAt(i + 2));
      i += 3;
    } else if (char === '$' && /^\{[^{}]*\}/.test(pattern.slice(i + 1))) result.push(OPAQUE);
    else result.push(pattern.charCodeAt(i));
  }
  return result;
}

/** True where the text holds a character that IAM reads as a wildcard (`${*}` and `${?}` are not). */
export function hasWildcard(pattern: string): boolean {
  return firstWildcard(pattern) >= 0;
}

/** The index of the first wildcard, or -1. */
export function firstWildcard(pattern: string): number {
  // Most texts have neither, which is found fastest so.
  if (!pattern.includes('*') && !pattern.includes('?')) return -1;
  for (let i = 0; i < pattern.length; i++) if (isWildcardAt(pattern, i)) return i;
  return -1;
}

/** The index of the last wildcard, or -1. */
export function lastWildcard(pattern: string): number {
  for (let i = pattern.length - 1; i >= 0; i--) if (isWildcardAt(pattern, i)) return i;
  return -1;
}

function isWildcardAt(pattern: string, i: number): boolean {
  const char = pattern[i];
  if (char !== '*' && char !== '?') return false;
  return !(pattern[i - 1] === '{' && pattern[i - 2] === '$' && pattern[i + 1] === '}');
}

/** True where the text holds `${*}`, `${?}` or `${$}`: a character that would be read as a wildcard or a variable, escaped. */
export function hasEscape(pattern: string): boolean {
  return /\$\{[*?$]\}/.test(pattern);
}

/** The text in pieces: at the odd places, runs of wildcards. */
export function splitAtWildcards(pattern: string): readonly string[] {
  const pieces = [''];
  for (const [token] of pattern.matchAll(/\$\{[*?$]\}|[*?]+|[^*?$]+|\$/gs)) {
    const isRun = /^[*?]/.test(token);
    if (isRun) pieces.push(token, '');
    else pieces[pieces.length - 1] += token;
  }
  return pieces;
}

/**
 * True where everything that `inner` matches, `outer` matches too. Both may be patterns; an answer of false can mean
 * 'not shown', never an answer of true.
 */
export function covers(outer: string, inner: string): boolean {
  if (outer === inner || outer === '*') return true;
  const first = firstWildcard(outer);
  if (first < 0) return inOneSpelling(outer) === inOneSpelling(inner);
  if (first === outer.length - 1 && outer[first] === '*' && startsAlike(inner, outer.slice(0, first))) return true;
  const o = tokens(outer);
  const t = tokens(inner);
  // The classic greedy matcher: on a mismatch, let the last '*' take one character more.
  let oi = 0;
  let ti = 0;
  let star = -1;
  let resume = 0;
  while (ti < t.length) {
    const want = o[oi];
    const have = t[ti];
    if (want === ANY_RUN) {
      star = oi++;
      resume = ti;
    } else if (want !== undefined && (want === have || (want === ANY_ONE && have !== ANY_RUN))) {
      oi++;
      ti++;
    } else if (star >= 0) {
      oi = star + 1;
      ti = ++resume;
    } else return false;
  }
  while (o[oi] === ANY_RUN) oi++;
  return oi === o.length;
}

/**
 * The text with each dollar sign spelled as plainly as possible, since `${$}` and `$` are the same. Two texts without
 * wildcards match each other only if they are equal in this spelling.
 */
export function inOneSpelling(text: string): string {
  return text.includes('${$}') ? text.replaceAll(/\$\{\$\}(?!\{)/g, () => '$') : text;
}

/**
 * Whether a text starts as most patterns do before their only wildcard. A dollar sign near the end of the start may be
 * part of what follows it in the text, such as `${*}`: that is not decided here.
 */
function startsAlike(text: string, start: string): boolean {
  const dollar = start.lastIndexOf('$');
  return (dollar < 0 || start.includes('}', dollar)) && text.startsWith(start);
}

/** True where there is a text that both patterns match. */
export function overlaps(a: string, b: string): boolean {
  if (!hasWildcard(a)) return covers(b, a);
  if (!hasWildcard(b)) return covers(a, b);
  if (differAtAnEnd(a, b)) return false;
  return meet(tokens(a), tokens(b));
}

/**
 * The places in a pattern, as opaque numbers, from which what follows the text can go on. Where one text leads to a place that another
 * does not lead to, the pattern tells them apart.
 */
export function placesBehind(text: string, pattern: string): ReadonlySet<number> {
  return walk(tokens(text), tokens(pattern));
}

/** Most patterns that have no text in common differ before their first wildcards or behind their last. */
function differAtAnEnd(a: string, b: string): boolean {
  const start = Math.min(firstWildcard(a), firstWildcard(b));
  if (differ(a.slice(0, start), b.slice(0, start))) return true;
  const end = Math.min(a.length - lastWildcard(a), b.length - lastWildcard(b)) - 1;
  return differ(a.slice(a.length - end), b.slice(b.length - end));
}

/** A dollar sign can be spelled in two ways, and so can what is behind it in an escape. */
function differ(a: string, b: string): boolean {
  return a !== b && !a.includes('$') && !b.includes('$') && !a.includes('}') && !b.includes('}');
}

function meet(a: readonly number[], b: readonly number[]): boolean {
  return walk(a, b).has(b.length);
}

/** Walks both patterns together; a row holds, for one place in the first, the places in the second that it can be at. */
function walk(a: readonly number[], b: readonly number[]): ReadonlySet<number> {
  let row = reach(new Set([0]), b);
  for (const want of a) {
    const next = new Set(want === ANY_RUN ? row : []);
    for (const at of row) {
      if (want === ANY_RUN) for (let i = at; i <= b.length; i++) next.add(i);
      else if (b[at] === ANY_RUN) next.add(at);
      else if (at < b.length && (want === ANY_ONE || b[at] === ANY_ONE || want === b[at])) next.add(at + 1);
    }
    row = reach(next, b);
  }
  return row;
}

/** Those places, and those behind a `*` that stands for nothing. */
function reach(places: Set<number>, b: readonly number[]): Set<number> {
  for (const at of places) if (b[at] === ANY_RUN) places.add(at + 1);
  return places;
}
