import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** CI keeps this folder. */
const CACHE = '.cache/tofu';
/** Milliseconds; without a registry Go may wait for long. */
const LONGEST_BUILD = 20 * 60_000;

/**
 * The path of OpenTofu, which tells whether src/terraform evaluates right: what TOFU says, or else it is built of Go's
 * registry, which takes five minutes once. Undefined where it cannot be built.
 *
 * A module's own `replace` doesn't count for those who require it: scripts/tofu/go.mod repeats OpenTofu's.
 */
export function tofuPath(): string | undefined {
  const given = process.env['TOFU'];
  if (given) return given;
  const built = resolve(CACHE, 'tofu');
  if (existsSync(built)) return built;
  mkdirSync(CACHE, { recursive: true });
  console.log('OpenTofu is built, which takes some minutes …');
  const args = ['build', '-p=1', '-o', built, 'github.com/opentofu/opentofu/cmd/tofu'];
  const { status } = spawnSync('go', args, { cwd: 'scripts/tofu', stdio: 'inherit', timeout: LONGEST_BUILD });
  return status === 0 ? built : undefined;
}
