import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { githubLines } from '../../src/cli/problems/github.ts';
import { type Problem, problemsOf } from '../../src/cli/problems/problem.ts';
import { sarifOf } from '../../src/cli/problems/sarif.ts';

const problem: Problem = { level: 'warning', code: 'quota', file: 'a/b.yaml', message: 'm' };

describe('GitHub annotations', () => {
  const TABLE: readonly (readonly [string, Problem, string])[] = [
    ['a file', problem, '::warning file=a/b.yaml,title=rolefit quota::m\n'],
    ['a line', { ...problem, line: 3 }, '::warning file=a/b.yaml,line=3,title=rolefit quota::m\n'],
    ['no file', { ...problem, file: undefined }, '::warning title=rolefit quota::m\n'],
    ['a note', { ...problem, level: 'note' }, '::notice file=a/b.yaml,title=rolefit quota::m\n'],
    [
      'a state',
      { ...problem, state: '/States/A' },
      '::warning file=a/b.yaml,title=rolefit quota::state /States/A: m\n',
    ],
    [
      'a file in the folder, by its whole path',
      { ...problem, file: '/checkout/x.yaml' },
      '::warning file=x.yaml,title=rolefit quota::m\n',
    ],
    // What would end the command or start a property of its own.
    [
      'signs in a message',
      { ...problem, message: '100%\r\n::error::x\u001b[31m\u202e' },
      '::warning file=a/b.yaml,title=rolefit quota::100%25⟨U+000D⟩%0A::error::x⟨U+001B⟩[31m⟨U+202E⟩\n',
    ],
    [
      'signs in a file name',
      { ...problem, file: 'a,b:c%.yaml' },
      '::warning file=a%2Cb%3Ac%25.yaml,title=rolefit quota::m\n',
    ],
  ];
  for (const [name, one, expected] of TABLE) {
    it(name, () => assert.equal(githubLines({ problems: [one], folder: '/checkout' }), expected));
  }
});

describe('SARIF', () => {
  const of = (...problems: readonly Problem[]) => sarifOf({ problems, folder: '/checkout' }, '1.2.3').runs[0];
  const uri = (file: string | undefined) => of({ ...problem, file }).results[0]?.locations[0];

  it('lists each rule once, in order, with a help text', () => {
    const run = of(problem, { ...problem, code: 'missing-permission' }, problem);
    assert.deepEqual(
      run.tool.driver.rules.map(({ id, name }) => [id, name]),
      [
        ['missing-permission', 'MissingPermission'],
        ['quota', 'Quota'],
      ],
    );
    assert.deepEqual(
      run.results.map(({ ruleIndex }) => ruleIndex),
      [1, 0, 1],
    );
  });

  it('tells equal results apart', () => {
    const [first, second] = of(problem, problem).results.map(
      ({ partialFingerprints }) => partialFingerprints['rolefit/v1'],
    );
    assert.match(first ?? '', /^[0-9a-f]{32}:1$/);
    assert.equal(second, first?.replace(/1$/, '2'));
  });

  it('names files from the folder on, as URIs', () => {
    const region = { startLine: 1 };
    assert.deepEqual(uri('a b/c#.yaml'), {
      physicalLocation: { artifactLocation: { uri: 'a%20b/c%23.yaml' }, region },
    });
    assert.deepEqual(uri('/checkout/a.yaml'), { physicalLocation: { artifactLocation: { uri: 'a.yaml' }, region } });
    assert.deepEqual(uri('/other/a.yaml'), {
      physicalLocation: { artifactLocation: { uri: 'file:///other/a.yaml' }, region },
    });
    assert.deepEqual(uri(undefined), {});
  });
});

describe('findings as problems', () => {
  it('have their level, file and state; standard input has no file', () => {
    const finding = { code: 'quota', severity: 'info', state: '', message: 'm' } as const;
    assert.deepEqual(problemsOf({ file: 'a.json', line: 4 }, [finding]), [
      { level: 'note', code: 'quota', file: 'a.json', line: 4, message: 'm' },
    ]);
    assert.deepEqual(problemsOf({ file: '-', line: 4 }, [{ ...finding, severity: 'error', state: '/States/A' }]), [
      { level: 'error', code: 'quota', file: undefined, state: '/States/A', message: 'm' },
    ]);
  });
});
