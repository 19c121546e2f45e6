import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GuardNote, GuardRule } from '../../functions/guard/judgement.ts';
import { type HookResponse, judged, LIMITS, passed, undecided } from '../../functions/guard/response.ts';

/** The answer stays within what CloudFormation takes, whatever a template's names are. */

const note = (rule: GuardRule, over: Partial<GuardNote> = {}): GuardNote => ({
  subject: 'Orders',
  rule,
  text: 'a text',
  remedy: 'a remedy',
  ...over,
});

function holdsLimits({ message, annotations }: HookResponse): void {
  assert.ok(message.length >= 1 && message.length <= LIMITS.message, `message ${message.length}`);
  assert.ok(annotations.length <= LIMITS.annotations, `annotations ${annotations.length}`);
  const names = annotations.map(({ annotationName }) => annotationName);
  assert.equal(new Set(names).size, names.length, 'names are unique');
  for (const { annotationName, statusMessage, remediationMessage = 'none' } of annotations) {
    assert.ok(annotationName.length >= 1 && annotationName.length <= LIMITS.name);
    for (const text of [statusMessage, remediationMessage]) {
      assert.ok(text.length >= 1 && text.length <= LIMITS.text, `text ${text.length}`);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
      assert.doesNotMatch(text, /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
      assert.ok(text.isWellFormed());
    }
  }
}

const LONG = 'x'.repeat(1_000_000);

const CASES: readonly (readonly [about: string, notes: readonly GuardNote[]])[] = [
  ['a name of a million characters', [note('missing-permission', { subject: LONG, text: LONG, remedy: LONG })]],
  ['names of two words that differ late', [1, 2].map((n) => note('missing-permission', { subject: `${LONG}${n}` }))],
  [
    'a name cut in an emoji',
    [note('missing-permission', { text: '😀'.repeat(20_000), remedy: `a${'😀'.repeat(20_000)}` })],
  ],
  [
    'control characters',
    [note('missing-permission', { subject: 'a\nb', text: 'a\u0000\u001b[2J\u2028\u202eb', remedy: '\u0007' })],
  ],
  ['100 notes', Array.from({ length: 100 }, () => note('missing-permission'))],
  ['101 notes', Array.from({ length: 101 }, () => note('missing-permission'))],
  ['50,000 notes', Array.from({ length: 50_000 }, (_, index) => note('excess-permission', { subject: `R${index}` }))],
  [
    'names that look numbered',
    [note('missing-permission', { subject: 'A' }), note('missing-permission', { subject: 'A' })],
  ],
];

describe('an answer', () => {
  for (const [about, notes] of CASES) {
    it(`keeps the limits with ${about}`, () => holdsLimits(judged('t', { notes, compared: 1 })));
  }

  it('keeps them where there is nothing to compare, and where nothing could be decided', () => {
    holdsLimits(passed('t', LONG));
    holdsLimits(undecided('t', LONG));
  });

  it('is small enough for Lambda, with the longest annotations', () => {
    const notes = Array.from({ length: 200 }, () =>
      note('missing-permission', { subject: LONG, text: LONG, remedy: LONG }),
    );
    // 6 MB: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    assert.ok(JSON.stringify(judged('t', { notes, compared: 1 })).length < 6 * 1024 * 1024);
  });

  it('has the worst first, counts what it leaves out, and says if that blocks', () => {
    const notes = [...Array.from({ length: 150 }, () => note('missing-permission')), note('excess-permission')];
    const { annotations, errorCode, message } = judged('t', { notes, compared: 1 });
    assert.equal(errorCode, 'NonCompliant');
    assert.match(message, /^rolefit: 150 problems\. /);
    const last = annotations.at(-1);
    assert.deepEqual([last?.annotationName, last?.status], ['rolefit: more', 'FAILED']);
    assert.match(last?.statusMessage ?? '', /^52 more are not listed/);
  });

  it('says that something was not decided, though it passes', () => {
    const { hookStatus, message } = judged('t', {
      notes: [note('not-compared', { text: 'Orders was not compared.' })],
      compared: 0,
    });
    assert.equal(hookStatus, 'SUCCESS');
    assert.match(message, /Not decided: Orders was not compared/);
  });
});
