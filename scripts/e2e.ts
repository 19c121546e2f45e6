/** Runs the end-to-end tests whose tools are there; says loudly which are not. CI never leaves any out. */
import { spawnSync } from 'node:child_process';
import { CHROMIUM, hasChromium } from './chromium.ts';
import { hasPython } from './emulator.ts';

interface Suite {
  readonly files: string;
  readonly about: string;
  readonly there: boolean;
  readonly missing: string;
}

const SUITES: readonly Suite[] = [
  {
    files: 'test/package/*.e2e.ts',
    about: 'the package as npm installs it, from JavaScript, TypeScript and a bundler',
    there: true,
    missing: '',
  },
  {
    files: 'test/e2e/*.e2e.ts',
    about: 'SAM build and deploy, and the stack lifecycle on a real emulator',
    there: hasPython(),
    missing: 'python3 with venv is missing. Install Python 3.9 or newer',
  },
  {
    files: 'test/browser/*.e2e.ts',
    about: 'the report in a browser: keyboard, search, filters, phone, dark, print, accessibility, speed',
    there: hasChromium(),
    missing: `${CHROMIUM} is missing. Install Chromium (apt-get install chromium), or name one in CHROMIUM`,
  },
];

const ready = SUITES.filter(({ there }) => there).map(({ files }) => files);
if (ready.length > 0) {
  const { status } = spawnSync(process.execPath, ['--test', ...ready], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
for (const { files, about, missing } of SUITES.filter(({ there }) => !there)) {
  console.error('');
  console.error(`!! END-TO-END TESTS DID NOT RUN (${files}): ${missing} and run`);
  console.error('!!   npm run test:e2e');
  console.error(`!! Left out: ${about}.`);
  if (process.env['CI'] !== undefined) process.exitCode = 1;
}
