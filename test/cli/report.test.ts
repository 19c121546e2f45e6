import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { REPORT_HELP, runReport } from '../../src/cli/report/command.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../examples/order-fulfilment.asl.json', import.meta.url));

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
});
after(() => rmSync(folder, { recursive: true }));

function rolefit(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
}

describe('rolefit report', () => {
  it('writes the page to a file, and findings to standard error', () => {
    const { status, stdout, stderr } = rolefit('report', EXAMPLE, '-o', 'report.html', '--name', 'fulfilment');
    assert.deepEqual([status, stdout], [0, '']);
    assert.match(stderr, /: warning: state \/States\/Fulfil every order: Key is known only at run time/);
    assert.match(
      readFileSync(join(folder, 'report.html'), 'utf8'),
      /^<!doctype html>.*<h1><bdi>fulfilment<\/bdi><\/h1>/s,
    );
  });

  it('prints the page where the output is no terminal', () => {
    const { status, stdout } = rolefit('report', EXAMPLE, '--title', 'a <b>');
    assert.equal(status, 0);
    assert.match(stdout, /<title>a &lt;b&gt; · rolefit report<\/title>/);
  });

  it('explains itself', () => {
    assert.equal(rolefit('report', '--help').stdout, REPORT_HELP);
  });

  it('makes the substitutions in the drawing too', async () => {
    const { stdout } = await runReport([EXAMPLE, '--substitute', 'x=y'], false);
    assert.match(stdout, /<h1><bdi>order-fulfilment\.asl\.json</);
  });
});

describe('one line of error, exit 2', () => {
  it('on a terminal', async () => {
    await assert.rejects(runReport([EXAMPLE], true), /a terminal cannot show the page; name a file with -o/);
    assert.match((await runReport(['--help'], true)).stdout, /Usage/);
  });

  it('no file, two files, a wrong option, a folder that is not there', async () => {
    await assert.rejects(runReport([], false), /^Failure: report: name a definition file/);
    await assert.rejects(runReport(['a', 'b'], false), /report: one definition at a time, not also b/);
    await assert.rejects(runReport([EXAMPLE, '--account', '1'], false), /report: --account "1" is not twelve digits/);
    const { status, stderr } = rolefit('report', EXAMPLE, '-o', 'no/where.html');
    assert.equal(status, 2);
    assert.match(stderr, /^rolefit: report: no\/where\.html cannot be written: ENOENT[^\n]*\n$/);
  });
});
