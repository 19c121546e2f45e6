/** Runs the end-to-end tests where Python is there; says loudly where it is not. CI never leaves them out. */
import { spawnSync } from 'node:child_process';
import { hasPython } from './emulator.ts';

if (hasPython()) {
  const { status } = spawnSync(process.execPath, ['--test', 'test/e2e/*.e2e.ts'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  console.error('');
  console.error('!! END-TO-END TESTS DID NOT RUN: python3 with venv is missing. Install Python 3.9 or newer and run');
  console.error('!!   npm run test:e2e');
  console.error('!! Left out: SAM build and deploy, and the stack lifecycle on a real emulator (test/e2e).');
  if (process.env['CI'] !== undefined) process.exitCode = 1;
}
