import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { DefinitionBody, type IntegrationPattern, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Case, Machine } from './case.ts';

/** A synthesized app: its folder, and the case that each state machine in it stands for. */
export interface Synthesized {
  readonly folder: string;
  readonly machines: ReadonlyMap<string, Described>;
}

export interface Described {
  readonly construct: string;
  readonly variant: string;
  readonly pattern: IntegrationPattern;
  readonly language: Machine['language'];
}

/** The key of a state machine in a synthesized app. */
export function machineKey(templateFile: string, logicalId: string): string {
  return `${templateFile} ${logicalId}`;
}

/** What `cdk init` writes into cdk.json: a new app has all of these flags. */
const RECOMMENDED: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL(import.meta.resolve('aws-cdk-lib/recommended-feature-flags.json')), 'utf8'),
);

/** Synthesizes one stack for each case, into a new temporary folder. Needs no network. */
export function synthesize(cases: readonly Case[]): Synthesized {
  const folder = mkdtempSync(join(tmpdir(), 'cdk-check-'));
  const app = new App({
    outdir: folder,
    postCliContext: RECOMMENDED,
    analyticsReporting: false,
    stackTraces: false,
    builtinCloudFormationValidation: false,
  });
  const machines = new Map<string, Described>();
  for (const { construct, machines: machinesOf } of cases) {
    const stack = new Stack(app, construct);
    for (const machine of machinesOf(stack)) {
      const { variant, pattern, language } = machine;
      const scope = new Construct(stack, `${variant} ${pattern} ${language}`);
      const id = logicalIdOf(stack, scope, machine);
      machines.set(machineKey(stack.templateFile, id), { construct, variant, pattern, language });
    }
  }
  app.synth();
  return { folder, machines };
}

function logicalIdOf(stack: Stack, scope: Construct, { chain, settings }: Machine): string {
  const machine = new StateMachine(scope, 'Machine', {
    definitionBody: DefinitionBody.fromChainable(chain(scope)),
    ...settings,
  });
  const { defaultChild } = machine.node;
  if (defaultChild === undefined) throw new Error(`${scope.node.path} has no state machine`);
  return stack.resolve(machine.stateMachineArn).Ref;
}
