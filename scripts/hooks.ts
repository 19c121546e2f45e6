/** Sets the pre-commit hook: in a clone only, and not where CI has no one to commit. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync('.git') && process.env['CI'] === undefined) {
  execFileSync('git', ['config', 'core.hooksPath', '.githooks']);
}
