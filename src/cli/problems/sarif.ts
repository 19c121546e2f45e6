import { createHash } from 'node:crypto';
import { isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compareText } from '../../finding.ts';
import { type CheckoutProblems, type Problem, problemText } from './problem.ts';
import { ruleOf } from './rules.ts';

/**
 * Problems as a SARIF log, for code scanning.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html and
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function sarifOf({ problems, folder }: CheckoutProblems, version: string) {
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted(compareText);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'rolefit', semanticVersion: version, rules: codes.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: results(problems, codes, folder),
      },
    ],
  } as const;
}

function rule(code: string) {
  const { title, help } = ruleOf(code);
  return {
    id: code,
    name: code.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: `${title}. ${help}` },
    help: { text: help },
    properties: { tags: ['security', 'aws', 'iam', 'step-functions'] },
  };
}

function results(problems: readonly Problem[], codes: readonly string[], folder: string) {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const uri = problem.file === undefined ? undefined : uriOf(problem.file, folder);
    // Without the line: a result stays the same when lines above it change.
    const print = hash([
      problem.code,
      uri ?? '',
      problem.state ?? '',
      problem.message.replaceAll(/ \(line \d+\)/g, ''),
    ]);
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return {
      ruleId: problem.code,
      ruleIndex: codes.indexOf(problem.code),
      level: problem.level,
      message: { text: problemText(problem) },
      locations: [location(problem, uri)],
      partialFingerprints: { 'rolefit/v1': `${print}:${count}` },
    };
  });
}

function location({ line, state }: Problem, uri: string | undefined) {
  return {
    ...(uri === undefined ? {} : { physicalLocation: { artifactLocation: { uri }, region: { startLine: line ?? 1 } } }),
    ...(state === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: state, kind: 'member' }] }),
  };
}

/** Relative to the folder, as code scanning expects; a file outside of it by its own URL. */
function uriOf(file: string, folder: string): string {
  const path = relative(folder, resolve(folder, file));
  if (path.startsWith('..') || isAbsolute(path)) return pathToFileURL(resolve(folder, file)).href;
  return path.split(/[\\/]/).map(encodeURIComponent).join('/');
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
