/**
 * A CDK app with one stack for each case: `node test/cdk/app/main.ts FOLDER` synthesizes it, without a network, and adds
 * machines.json, which says what each state machine stands for. With --old it has no feature flags, as apps of years ago, and is for one account and Region.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Machine } from './case.ts';
import { CASES } from './cases/index.ts';

/** What `cdk init` writes into cdk.json: a new app has all of these flags. */
const RECOMMENDED: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL(import.meta.resolve('aws-cdk-lib/recommended-feature-flags.json')), 'utf8'),
);

/** Statements with the same resources are merged in both, so that differences are said in the same words. */
const MERGED_ONLY = { '@aws-cdk/aws-iam:minimizePolicies': true };

const ENVIRONMENT = { account: '999988887777', region: 'eu-central-1' };

function synthesize(folder: string, isOld: boolean): void {
  const app = new App({
    outdir: folder,
    postCliContext: isOld ? MERGED_ONLY : RECOMMENDED,
    analyticsReporting: false,
    stackTraces: false,
    builtinCloudFormationValidation: false,
  });
  const kind = isOld ? 'an old app, for one account' : 'a new app, for any account';
  const machines = CASES.flatMap(({ construct, machines: machinesOf }) => {
    const stack = new Stack(app, construct, isOld ? { env: ENVIRONMENT } : {});
    return machinesOf(stack).map((machine) => {
      const { variant, pattern, language } = machine;
      const logicalId = addMachine(stack, machine);
      return { template: stack.templateFile, logicalId, construct, variant, pattern, language, app: kind };
    });
  });
  app.synth();
  writeFileSync(join(folder, 'machines.json'), JSON.stringify(machines));
}

function addMachine(stack: Stack, { variant, pattern, language, chain, settings }: Machine): string {
  const scope = new Construct(stack, `${variant} ${pattern} ${language}`);
  const definitionBody = DefinitionBody.fromChainable(chain(scope));
  const machine = new StateMachine(scope, 'Machine', { definitionBody, ...settings });
  return stack.resolve(machine.stateMachineArn).Ref;
}

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder to write to');
synthesize(folder, options.includes('--old'));
