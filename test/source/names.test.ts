import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exportedTwice, privateWords } from './names.ts';
import { inProject, inTexts } from './project.ts';

/** The words that the code uses: those of the field, each for one thing. */

const OURS = /^(?:src|functions|catalog\/(?:build|curated))\//;

describe('names', () => {
  const [words, twice] = inProject('', (sources) => {
    const ours = sources.filter(({ path }) => OURS.test(path));
    assert.ok(ours.length > 200);
    return [ours.flatMap(privateWords), exportedTwice(ours)];
  });

  test('no name is a private word', () => {
    assert.deepEqual(
      words.map(({ place, text, why }) => `${place} ${text.slice(0, 30)}: ${why}`),
      [],
    );
  });

  test('an exported name is declared in one file', () => {
    assert.deepEqual(
      twice.map(({ place, why }) => `${place}: ${why}`),
      [],
    );
  });

  test('private words are found wherever they are declared', () => {
    const code = `
      export const held = 1;
      function told(given: number, { waits: doubts }: { waits: number }): number { return given + doubts; }
      export type World = typeof told;
      export const fine = { held, [String(told)]: 2 };
    `;
    const found = inTexts({ 'a.ts': code }, (sources) => sources.flatMap(privateWords).map(({ why }) => why));
    assert.equal(found.length, 6);
  });

  test('a name that two files export is found once', () => {
    const found = inTexts(
      { 'a.ts': 'export const one = 1;\nexport type Two = 2;', 'b.ts': 'export function one() {}\nconst Two = 2;' },
      exportedTwice,
    );
    assert.deepEqual(
      found.map(({ place, why }) => `${place}: ${why}`),
      ['b.ts:1: a.ts exports a one, too'],
    );
  });
});
