import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A state machine of the app, and what it stands for. */
export interface CdkMachine {
  /** The template's file, in the app's folder. */
  readonly template: string;
  readonly logicalId: string;
  readonly construct: string;
  readonly variant: string;
  readonly pattern: string;
  readonly language: string;
  /** Whether the app has the feature flags of a new one, and where it is to be deployed. */
  readonly app: string;
}

const APP = fileURLToPath(new URL('app/main.ts', import.meta.url));

/** Synthesizes the app in `app` as the CDK's command line does, into a folder that is gone afterwards. */
export async function withSynthesized<T>(
  options: readonly string[],
  use: (folder: string, machines: readonly CdkMachine[]) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cdk-check-'));
  try {
    execFileSync(process.execPath, [APP, folder, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
    return await use(folder, JSON.parse(readFileSync(join(folder, 'machines.json'), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
