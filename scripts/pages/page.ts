/** What is compared of a page of AWS's documentation. */
import { createHash } from 'node:crypto';

/** What was read of a page, and when. */
export interface PageRecord {
  /** The day on which it was read, and where. */
  readonly read: string;
  readonly from: string;
  /**
   * The words of IAM in its policies, in lower case: `sqs:sendmessage`, `iam:passedtoservice`. Absent where nobody has
   * taken them from the page.
   */
  readonly words?: readonly string[];
  /** Of its text, without marks and links. Absent where only its policies were taken down. */
  readonly digest?: string;
}

export interface PageContent {
  readonly words: readonly string[];
  readonly digest: string;
}

export function contentOf(text: string): PageContent {
  const page = text.replaceAll(/<(script|style)\b.*?<\/\1\s*>/gis, ' ');
  return { words: wordsOf(page), digest: createHash('sha256').update(plainText(page)).digest('hex').slice(0, 16) };
}

/** Actions and condition keys as JSON policies print them. */
export function wordsOf(text: string): readonly string[] {
  const words = text.replaceAll('&quot;', '"').matchAll(/"([a-z][a-z0-9-]*:[A-Za-z*]+)"/g);
  return [...new Set([...words].map(([, word = '']) => word.toLowerCase()))].toSorted();
}

/** The letters and digits of a page, whichever form it is read in: Markdown or HTML. */
function plainText(text: string): string {
  return text
    .replaceAll(/<[a-z/!][^<>]*>/gi, ' ')
    .replaceAll(/\]\([^()]*\)/g, ']')
    .replaceAll(/&[a-z]+;|&#\d+;/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
