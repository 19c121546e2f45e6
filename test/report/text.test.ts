import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { html, toText, visible } from '../../src/report/html.ts';
import { readableJson } from '../../src/report/json.ts';
import { pixels, shorten, wrap } from '../../src/report/text.ts';

describe('markup', () => {
  it('escapes what is put in, in text and in attributes', () => {
    const evil = `<b a="1" c='2'>&`;
    assert.equal(
      toText(html`<p title="${evil}">${evil}</p>`),
      '<p title="&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;">&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;</p>',
    );
  });

  it('keeps templates in templates, lists and numbers, and leaves out what is not there', () => {
    assert.equal(
      toText(html`<ul>${['a', 'b'].map((item) => html`<li>${item}</li>`)}</ul>${1}${undefined}${false}`),
      '<ul><li>a</li><li>b</li></ul>1',
    );
  });

  it('lets no text open or close a tag or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(toText(html`${text}`), /[<>"']/);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('names invisible characters, and keeps those that writing needs', () => {
    assert.equal(visible('a\u202eb\u0000c\ud800d\ufeff'), 'a⟨U+202E⟩b⟨U+0000⟩c⟨U+D800⟩d⟨U+FEFF⟩');
    for (const text of ['👩‍👩‍👧‍👦 🇪🇺', 'می‌خواهم', '支払い', 'a\n\tb']) assert.equal(visible(text), text);
  });
});

describe('JSON for reading', () => {
  it('is the same JSON, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), (json) => {
        const same: unknown = JSON.parse(JSON.stringify(json));
        assert.deepEqual(JSON.parse(readableJson(json)), same);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('puts on one line what is short, and indents the rest', () => {
    const long = 'x'.repeat(60);
    assert.equal(readableJson({ a: ['b'], c: {} }), '{ "a": ["b"], "c": {} }');
    assert.equal(readableJson({ a: [long, 'b'] }, 1), `{\n    "a": [\n      "${long}",\n      "b"\n    ]\n  }`);
  });

  it('escapes what no one could see', () => {
    assert.equal(readableJson('a\u202eb'), '"a\\u202Eb"');
  });
});

describe('text in the drawing', () => {
  it('breaks between words, and within them where it must', () => {
    assert.deepEqual(wrap('Check the stock of the order', 14, 120, 2), ['Check the stock', 'of the order']);
    assert.deepEqual(wrap('Check the stock of each customer', 14, 120, 2), ['Check the stock', 'of each custom…']);
    assert.deepEqual(wrap('Pay', 14, 120, 2), ['Pay']);
    assert.equal(wrap('x'.repeat(80), 14, 120, 2).length, 2);
    assert.deepEqual(wrap('支払いを確認して倉庫に通知', 14, 120, 2).length, 2);
  });

  it('never cuts what reads as one character', () => {
    const family = '👩‍👩‍👧‍👦';
    for (let width = 20; width < 200; width += 7) {
      assert.match(shorten(family.repeat(8), 14, width), /^(👩‍👩‍👧‍👦)*…?$/u);
    }
  });

  it('ends inside its box', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
        for (const line of wrap(text, 14, width, 2)) assert.ok(pixels(line, 14) <= width, line);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
