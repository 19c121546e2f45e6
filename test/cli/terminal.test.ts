import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { findingMessages } from '../../src/cli/messages.ts';
import { block, columnsOf, type Line, NO_BREAK, shown } from '../../src/cli/terminal/lines.ts';
import { painted, progressOf, terminalOf, wantsColour } from '../../src/cli/terminal/terminal.ts';

const TTY = { isTTY: true, columns: 80 };
const PIPE = {};
const UTF8 = { LANG: 'en_US.UTF-8' };

describe('colour', () => {
  const cases: readonly (readonly [colour: boolean, stream: object, env: Record<string, string>, why: string])[] = [
    [true, TTY, {}, 'in a terminal'],
    [false, PIPE, {}, 'not in a pipe'],
    [false, TTY, { TERM: 'dumb' }, 'not in a terminal that knows none'],
    [false, TTY, { NO_COLOR: '1' }, 'not with NO_COLOR'],
    [true, TTY, { NO_COLOR: '' }, 'an empty NO_COLOR says nothing'],
    [true, PIPE, { FORCE_COLOR: '1' }, 'in a pipe with FORCE_COLOR'],
    [true, PIPE, { FORCE_COLOR: '' }, 'an empty FORCE_COLOR counts, as in Node.js'],
    [false, TTY, { FORCE_COLOR: '0' }, 'not with FORCE_COLOR=0'],
    [true, TTY, { FORCE_COLOR: '1', NO_COLOR: '1' }, 'FORCE_COLOR counts more'],
  ];
  for (const [colour, stream, env, why] of cases) it(why, () => assert.equal(wantsColour(stream, env), colour));

  it('--color counts more than the environment', () => {
    assert.equal(terminalOf('x', PIPE, { NO_COLOR: '1' }, { color: 'always' }).colour, true);
    assert.equal(terminalOf('x', TTY, { FORCE_COLOR: '1' }, { color: 'never' }).colour, false);
    assert.equal(terminalOf('x', TTY, {}, { color: 'auto' }).colour, true);
  });

  it('of a severity of a finding, where it is asked for; else the line is plain and safe', () => {
    const SUBJECT = { label: 'f', file: 'f', definition: {}, openNames: [], options: {} };
    const finding = { code: 'quota', severity: 'error', state: '/States/\u001b[2J', message: 'm' } as const;
    assert.equal(findingMessages(SUBJECT, [finding]).stderr, 'f: error: state /States/⟨U+001B⟩[2J: m [quota]\n');
    assert.equal(
      findingMessages(SUBJECT, [finding], { colour: true }).stderr,
      `f: ${painted('error:', 'bad', { colour: true })} state /States/⟨U+001B⟩[2J: m [quota]\n`,
    );
  });
});

describe('width and signs', () => {
  it("the terminal's width, 100 in a pipe, at least 40, or what --width says", () => {
    assert.equal(terminalOf('x', TTY, {}).width, 80);
    assert.equal(terminalOf('x', PIPE, {}).width, 100);
    assert.equal(terminalOf('x', { isTTY: true, columns: 0 }, {}).width, 100);
    assert.equal(terminalOf('x', { isTTY: true, columns: 20 }, {}).width, 40);
    assert.equal(terminalOf('x', TTY, {}, { width: '120' }).width, 120);
  });

  it('box characters only in a terminal whose locale is UTF-8', () => {
    assert.equal(terminalOf('x', TTY, UTF8).unicode, true);
    assert.equal(terminalOf('x', PIPE, UTF8).unicode, false);
    assert.equal(terminalOf('x', TTY, {}).unicode, false);
    assert.equal(terminalOf('x', TTY, { LC_ALL: 'C', LANG: 'en_US.UTF-8' }).unicode, false);
    assert.equal(terminalOf('x', TTY, { LC_ALL: '', LC_CTYPE: 'de_DE.utf8' }).unicode, true);
    assert.equal(terminalOf('x', TTY, { WT_SESSION: '1' }).unicode, true);
  });
});

describe('columns', () => {
  const cases: readonly (readonly [columns: number, text: string])[] = [
    [3, 'abc'],
    [4, '支払'],
    [1, 'e\u0301'],
    [2, '👩‍👩‍👧‍👦'],
    [2, '🇪🇺'],
    [1, '├'],
    [0, ''],
  ];
  for (const [columns, text] of cases) it(`${text}: ${columns}`, () => assert.equal(columnsOf(text), columns));
});

describe('wrapping', () => {
  const plain = { width: 30, colour: false, unicode: true };
  const lines = (text: string, width = 30) =>
    block([{ text: '> ' }], [{ text: '  ' }], [{ text }], { ...plain, width });

  it('an ARN breaks after : and /, never within a placeholder', () => {
    assert.deepEqual(lines('arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders'), [
      '> arn:aws:dynamodb:',
      '  ${AWS::Region}:',
      '  ${AWS::AccountId}:table/',
      '  orders',
    ]);
  });

  it('no line ends at a blank that must not break', () => {
    assert.deepEqual(
      lines(`a b${NO_BREAK}${'c'.repeat(26)} d`),
      ['> a', `  b ${'c'.repeat(26)}`, '  d'].map((x) => x),
    );
  });

  it('what a reader sees as one character stays whole', () => {
    for (const line of lines('👩‍👩‍👧‍👦'.repeat(30))) assert.match(line, /^[> ] (?:👩‍👩‍👧‍👦)+$/u);
  });

  it('any text fits, nothing of it is lost, and colours change nothing else', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    const styled = fc.array(fc.record({ text, style: fc.constantFrom('name', 'faint', 'plain' as const) }));
    fc.assert(
      fc.property(styled, fc.integer({ min: 40, max: 120 }), (spans, width) => {
        const content: Line = spans.map((span) => ({ ...span, text: shown(span.text) }));
        const made = block([{ text: '├─ ' }], [{ text: '│  ' }], content, { ...plain, width });
        const letters = (all: string) => all.replaceAll(/[\s\u00a0]+/g, '');
        for (const line of made) assert.ok(columnsOf(line) <= width, line);
        assert.equal(
          letters(made.map((line) => line.slice(2)).join('')),
          letters(content.map((span) => span.text).join('')),
        );
        const coloured = block([{ text: '├─ ' }], [{ text: '│  ' }], content, { ...plain, width, colour: true });
        assert.deepEqual(coloured.map(stripVTControlCharacters), made);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('progress', () => {
  const tell = (isTTY: boolean, times: readonly number[]) => {
    const written: string[] = [];
    const clock = [...times];
    const now = () => clock.shift() ?? 0;
    const progress = progressOf('reading', 3, { isTTY, write: (text) => written.push(text) }, now);
    for (const _ of times.slice(1)) progress.step();
    progress.end();
    return written;
  };

  it('after half a second, on a terminal; the line goes again', () => {
    assert.deepEqual(tell(true, [0, 400, 600, 900]), [
      '\r\u001b[2Krolefit: reading 2 of 3',
      '\r\u001b[2Krolefit: reading 3 of 3',
      '\r\u001b[2K',
    ]);
  });

  it('never of what is quick, and never in a pipe', () => {
    assert.deepEqual(tell(true, [0, 1, 2, 3]), []);
    assert.deepEqual(tell(false, [0, 900, 1900]), []);
  });
});
