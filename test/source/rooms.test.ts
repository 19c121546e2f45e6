import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

/** The rooms of src, from the ground up: each imports only from those before it. docs/architecture.md shows them. */
const ROOMS = [
  'iam',
  'asl',
  'values',
  'calls',
  'facts',
  'grants',
  'policy',
  'integrations',
  'sdk',
  'template',
  'terraform',
  'analysis',
  'aws',
  'role',
  'recheck',
  'formats',
  'report',
  'cli',
];

/** Words that every room has. */
const SHARED = ['src/own.ts', 'src/finding.ts', 'src/nearest.ts'];

const IMPORT = /(?:from|import|import\()\s*'(\.[^']+)'/g;

/** File → the files that it imports. */
const imports = new Map(
  globSync(['src/**/*.ts', 'functions/**/*.ts', 'catalog/**/*.ts']).map((file) => [
    file,
    [...readFileSync(file, 'utf8').matchAll(IMPORT)]
      .map(([, path = '']) => join(dirname(file), path))
      .filter((path) => path.endsWith('.ts')),
  ]),
);

/** `src/values/domain/value.ts` → 2; above all rooms for what is in none. */
function floorOf(file: string): number {
  const [top, room = '', ...rest] = file.split('/');
  if (SHARED.includes(file)) return -1;
  return top === 'src' && rest.length > 0 ? ROOMS.indexOf(room) : ROOMS.length;
}

describe('the rooms of the source', () => {
  it('are all there, and all known', () => {
    const found = new Set([...imports.keys()].map((file) => /^src\/([^/]+)\//.exec(file)?.[1]).filter(Boolean));
    assert.deepEqual([...found].toSorted(), ROOMS.toSorted());
  });

  it('stand in docs/architecture.md in the same order', () => {
    const page = readFileSync('docs/architecture.md', 'utf8');
    const [, list = ''] = /before it in this list: (.*?); `finding\.ts`/s.exec(page) ?? [];
    assert.deepEqual(
      [...list.matchAll(/`(\w+)`/g)].map(([, room]) => room),
      ROOMS,
    );
  });

  it('are entered from above only', () => {
    const upward = [...imports].flatMap(([file, paths]) =>
      paths.filter((path) => floorOf(path) > floorOf(file)).map((path) => `${file} imports ${path}`),
    );
    assert.deepEqual(upward, []);
  });

  it('are left alone by the workshop’s tables, and leave the workshop alone', () => {
    const crossing = [...imports].flatMap(([file, paths]) =>
      file.startsWith('catalog/')
        ? []
        : paths.filter((path) => path.startsWith('catalog/')).map((path) => `${file} imports ${path}`),
    );
    assert.deepEqual(crossing, []);
  });

  it('have no circle of files', () => {
    assert.deepEqual(circlesIn(imports), []);
  });

  it('start the functions without the YAML parser, which takes long to load', () => {
    for (const name of ['role-policy/handler', 'drift-check/index', 'sweep/index']) {
      const started = startedBy(`functions/${name}.ts`);
      assert.ok(started.size > 5, name);
      const parsers = [...started].filter((file) => /from 'yaml'/.test(readFileSync(file, 'utf8')));
      assert.deepEqual(parsers, [], name);
    }
  });
});

/** The files that load with a file: those that it imports at its start, and what they import. */
function startedBy(file: string, started = new Set<string>()): ReadonlySet<string> {
  if (started.has(file)) return started;
  started.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)(?! type)[^;]*? from '(\.[^']+\.ts)'/gm,
  )) {
    startedBy(join(dirname(file), path), started);
  }
  return started;
}

/** The sets of files that import each other, directly or by others (Tarjan's strongly connected components). */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): number => {
    const number = order.size;
    order.set(file, number);
    let low = number;
    open.push(file);
    for (const path of graph.get(file) ?? []) {
      if (!graph.has(path)) continue;
      if (!order.has(path)) low = Math.min(low, visit(path));
      else if (open.includes(path)) low = Math.min(low, order.get(path) ?? low);
    }
    if (low === number) {
      const circle = open.splice(open.lastIndexOf(file));
      if (circle.length > 1) circles.push(circle);
    }
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}
