import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openLookUps } from './dictionaries.ts';
import { patternsFromData } from './patterns.ts';
import { inProject, inTexts, type Problem } from './project.ts';

/** What is shipped, and what writes what is shipped. Tests and benchmarks make their data themselves. */
const OURS = /^(?:src|functions|scripts|catalog)\//;

describe('over the whole source', () => {
  const [lookUps, patterns] = ['', 'src/report/browser/'].reduce<readonly [readonly Problem[], readonly Problem[]]>(
    ([lookUps, patterns], folder) =>
      inProject(folder, (sources) => {
        const ours = sources.filter(({ path }) => OURS.test(path));
        assert.ok(ours.length > 5, `${folder}: ${ours.length} files`);
        return [
          [...lookUps, ...ours.flatMap(openLookUps)],
          [...patterns, ...ours.flatMap(patternsFromData)],
        ];
      }),
    [[], []],
  );
  test('no plain object is a dictionary of names that others chose', () => assert.deepEqual(lookUps.map(shown), []));
  test('nothing that comes from data is read as a pattern', () => assert.deepEqual(patterns.map(shown), []));
});

function shown({ place, text, why }: Problem): string {
  return `${place} ${text}: ${why}`;
}

const NAMES = `
  declare const name: string;
  declare const any: any;
  declare const table: Readonly<Record<string, number>>;
  declare const writable: Record<string, number>;
  declare const text: string;
  declare const pattern: RegExp;
  declare const either: 'a' | 'b';
  declare const mostly: 'a' | 'toString';
  declare const list: readonly string[];
`;

const OTHERS = {
  'node_modules/zod/package.json': '{"name":"zod","type":"module","types":"./index.d.ts"}',
  'node_modules/zod/index.d.ts': `
    export declare function record(key: unknown, value: unknown): unknown;
    export declare function map(): unknown;
  `,
  'words.ts': "export const WORD = 'word';\nexport const FORM = /a|b/;\nexport let changing = 'a';",
  'names.d.ts': NAMES,
};

/** Each code → the texts of what breaks the rule in a file of it. */
function foundIn(codes: readonly string[], rule: typeof openLookUps): ReadonlyMap<string, readonly string[]> {
  const imports = ["import { changing, FORM, WORD } from './words.ts';", "import * as z from 'zod';", 'export {};'];
  const files = codes.map((code, index) => [`${index}.ts`, [...imports, code].join('\n')] as const);
  return inTexts({ ...OTHERS, ...Object.fromEntries(files) }, (sources) => {
    const texts = (index: number) =>
      sources.filter(({ path }) => path === `${index}.ts`).flatMap((source) => rule(source).map(({ text }) => text));
    return new Map(codes.map((code, index) => [code, texts(index)]));
  });
}

describe('a name that others chose', () => {
  const BAD: Readonly<Record<string, string>> = {
    'table[name];': 'table[name]',
    'table?.[name];': 'table?.[name]',
    'any[name];': 'any[name]',
    'table[any];': 'table[any]',
    'table[mostly as keyof typeof table];': 'table[mostly as keyof typeof table]',
    'table[mostly];': 'table[mostly]',
    'table[`${name}s`];': 'table[`${name}s`]',
    'writable[name] = 1;': 'writable[name]',
    'writable[name] ??= 1;': 'writable[name]',
    'delete writable[name];': 'writable[name]',
    'const { [name]: one } = table;': '[name]: one',
    'name in table;': 'name in table',
    'for (const each in table) each;': 'for (const each in table) each;',
    'Object.assign({}, table);': 'Object.assign',
    'Reflect.get(table, name);': 'Reflect.get',
    "table.hasOwnProperty('a');": 'table.hasOwnProperty',
    'z.record(name, name);': 'record',
    "import { record as any2 } from 'zod'; any2;": 'record',
    'export function of<K extends string>(key: K, of: Record<string, number>) { return of[key]; }': 'of[key]',
  };
  const GOOD: readonly string[] = [
    "table['a'];",
    'table[either];',
    'list[0];',
    'list[list.length - 1];',
    'list[Symbol.iterator];',
    "'a' in table;",
    'new Map<string, number>().get(name);',
    'Object.hasOwn(table, name);',
    'const made = { [name]: 1 };',
    'Object.fromEntries([[name, 1]]);',
    'const { length, ...others } = table;',
    'for (const each of list) each;',
    'z.map();',
    "export function of<K extends 'a' | 'b'>(key: K, of: Record<K, number>) { return of[key]; }",
  ];
  const found = foundIn([...Object.keys(BAD), ...GOOD], openLookUps);
  for (const [code, text] of Object.entries(BAD)) {
    test(`is not looked up by ${code}`, () => assert.deepEqual(found.get(code), [text]));
  }
  for (const code of GOOD) {
    test(`may stand in ${code}`, () => assert.deepEqual(found.get(code), []));
  }
});

describe('a pattern', () => {
  const BAD: Readonly<Record<string, string>> = {
    'new RegExp(name);': 'new RegExp(name)',
    'RegExp(name);': 'RegExp(name)',
    'new RegExp(`^${name}$`);': 'new RegExp(`^${name}$`)',
    "new RegExp('a' + name);": "new RegExp('a' + name)",
    "new RegExp('a', name);": "new RegExp('a', name)",
    'new RegExp(String.raw`${name}`);': 'new RegExp(String.raw`${name}`)',
    'new RegExp(pattern.source);': 'new RegExp(pattern.source)',
    'new RegExp(changing);': 'new RegExp(changing)',
    "let word = 'a'; new RegExp(word);": 'new RegExp(word)',
    'const made = RegExp; made;': 'made = RegExp',
    'new globalThis.RegExp(name);': 'globalThis.RegExp',
    "const escaped = name.replace(/[.*]/g, '\\\\$&'); new RegExp(escaped);": 'new RegExp(escaped)',
    'text.match(name);': 'text.match(name)',
    'text.matchAll(any);': 'text.matchAll(any)',
    'text?.search(name);': 'text?.search(name)',
    'any.match(name);': 'any.match(name)',
    "text.replace('a', name);": "text.replace('a', name)",
    'text.replaceAll(/a/g, `${name}-`);': 'text.replaceAll(/a/g, `${name}-`)',
    'pattern.compile(name);': 'pattern.compile(name)',
  };
  const GOOD: readonly string[] = [
    '/a/.test(text);',
    "new RegExp('a', 'g');",
    'new RegExp(`^${FORM.source}$`);',
    'new RegExp(String.raw`\\s${WORD}`);',
    'const MOST = 3; new RegExp(`a{${MOST}}`);',
    'text.match(/a/);',
    'text.match(pattern);',
    'text.search(WORD);',
    "text.replace(name, 'a');",
    'text.replaceAll(name, () => name);',
    'text.split(name);',
    'text instanceof RegExp;',
    'export const form: RegExp = /a/;',
    'const ours = { match: (one: string) => one }; ours.match(name);',
  ];
  const found = foundIn([...Object.keys(BAD), ...GOOD], patternsFromData);
  for (const [code, text] of Object.entries(BAD)) {
    test(`is not made by ${code}`, () => assert.deepEqual(found.get(code), [text]));
  }
  for (const code of GOOD) {
    test(`may be made by ${code}`, () => assert.deepEqual(found.get(code), []));
  }
});
