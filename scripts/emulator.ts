/**
 * A local AWS (ministack) and the SAM CLI, from the pinned requirements in the project's .venv; for the end-to-end tests
 * and `npm run demo -- --aws ministack`. Listens on 127.0.0.1, on a free port, and is stopped by its process id.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const REQUIREMENTS = 'test/e2e/requirements.txt';
const EMULATOR = 'test/e2e/emulator.py';
const VENV = resolve('.venv');
const READY_SECONDS = 60;

interface ClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export interface Emulator {
  /** The environment in which SDKs and command lines talk to it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly endpoint: string;
  /** How the SDK's clients talk to it. */
  readonly client: ClientOptions;
  /** Runs the SAM CLI against it; throws with what it said where it fails. */
  readonly sam: (...args: readonly string[]) => string;
  readonly stop: () => Promise<void>;
}

/** True where Python is there to run it. */
export function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import venv, ensurepip'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Installs what is pinned, once for each state of the requirements. */
function install(): void {
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  const mark = join(VENV, 'requirements.sha256');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  console.log('installing the emulator and the SAM CLI into .venv (once)');
  execFileSync('python3', ['-m', 'venv', '--clear', VENV], { stdio: 'inherit' });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', REQUIREMENTS];
  execFileSync(join(VENV, 'bin/python'), pip, { stdio: 'inherit' });
  writeFileSync(mark, wanted);
}

export async function startEmulator(): Promise<Emulator> {
  install();
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const state = mkdtempSync(join(tmpdir(), 'rolefit-emulator-'));
  const environment = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    SAM_CLI_TELEMETRY: '0',
  };
  const child = spawn(join(VENV, 'bin/python'), [EMULATOR], {
    env: {
      ...process.env,
      // Lambda functions run with this Node.js: it is the Lambda runtime's.
      PATH: dirname(process.execPath) + delimiter + (process.env['PATH'] ?? ''),
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: '127.0.0.1',
      MINISTACK_REGION: 'eu-west-1',
      MINISTACK_ACCOUNT_ID: '111122223333',
      LAMBDA_EXECUTOR: 'local',
      IOT_MTLS_ENABLED: '0',
      STATE_DIR: state,
    },
    stdio: 'ignore',
  });
  const stop = async () => {
    await stopped(child);
    rmSync(state, { recursive: true, force: true });
  };
  try {
    await ready(child, endpoint);
  } catch (error) {
    await stop();
    throw error;
  }
  const sam = (...args: readonly string[]) =>
    execFileSync(join(VENV, 'bin/sam'), args, {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = { endpoint, region: 'eu-west-1', credentials };
  return { environment, endpoint, client, sam, stop };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}

async function ready(child: ChildProcess, endpoint: string): Promise<void> {
  for (let tries = 0; tries < READY_SECONDS * 4; tries++) {
    if (child.exitCode !== null) throw new Error(`the emulator ended with exit status ${child.exitCode}`);
    try {
      if ((await fetch(`${endpoint}/_ministack/health`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(250);
  }
  throw new Error(`the emulator was not ready after ${READY_SECONDS} seconds`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}
