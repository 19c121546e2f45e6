import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type AppProps } from 'aws-cdk-lib';
import { DefinitionBody } from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import { type CheckedRole, checkRoles } from '../../src/cli/check/roles.ts';
import { inTemplate } from '../../src/cli/check/target.ts';
import { stateMachinesInApp } from '../../src/cli/input/stateMachines.ts';

/** What `cdk init` writes into cdk.json: a new app has all of these flags. */
const NEW_APP: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL(import.meta.resolve('aws-cdk-lib/recommended-feature-flags.json')), 'utf8'),
);

const FOLDER = mkdtempSync(join(tmpdir(), 'rolefit-cdk-'));
process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }));

/** Writes a definition's file. */
export function definitionFile(name: string, text: string): string {
  const file = join(FOLDER, name);
  writeFileSync(file, text);
  return file;
}

/** An app in a folder of its own; as `cdk init` makes it, or without any feature flag, as apps of years ago. */
export function testApp(props: AppProps = {}, isOld = false): App {
  const outdir = mkdtempSync(join(FOLDER, 'app-'));
  return new App({
    analyticsReporting: false,
    stackTraces: false,
    builtinCloudFormationValidation: false,
    outdir,
    postCliContext: isOld ? {} : { ...NEW_APP, '@aws-cdk/core:annotationsInValidationReport': false },
    ...props,
  });
}

/** The templates, by file, as they are written. */
export function synthesized(app: App): Readonly<Record<string, string>> {
  const { stacksRecursively } = app.synth({ force: true });
  return Object.fromEntries(
    stacksRecursively.map(({ templateFile, templateFullPath }) => [
      templateFile,
      readFileSync(templateFullPath, 'utf8'),
    ]),
  );
}

/** What `rolefit check cdk.out` says of the roles of a synthesized app. */
export async function checked(app: App): Promise<readonly CheckedRole[]> {
  const { stateMachines, unreadable } = stateMachinesInApp(app.outdir);
  if (unreadable.length > 0) throw new Error(JSON.stringify(unreadable));
  return checkRoles(stateMachines.map(inTemplate));
}

/** Each need that is not certainly allowed, and each excess, of all roles. */
export async function differences(app: App): Promise<{ readonly lacks: string[]; readonly tooMuch: string[] }> {
  const roles = await checked(app);
  return {
    lacks: roles.flatMap(({ machines }) =>
      machines.flatMap(({ judged }) => judged.map(({ actions, verdict }) => `${actions.join(', ')}: ${verdict.kind}`)),
    ),
    tooMuch: roles.flatMap(({ excess }) =>
      excess.map(({ actions, resources }) => `${actions.join(', ')} on ${resources.join(', ')}`),
    ),
  };
}

/** What the CDK shows of a construct, such as `warning … [ack: rolefit:placeholder]`. */
export function messages(construct: IConstruct): readonly string[] {
  return construct.node.metadata.flatMap(({ type, data }) => {
    const [, level] = /^aws:cdk:(error|warning|info)$/.exec(type) ?? [];
    return level === undefined ? [] : [`${level} ${String(data)}`];
  });
}

/** A definition that calls nothing. */
export const NOTHING = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } } });

/** A definition that sends a message to a queue. */
export function sends(queueUrl: string): DefinitionBody {
  const Parameters = { QueueUrl: queueUrl, MessageBody: 'a' };
  const Send = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters, End: true };
  return DefinitionBody.fromString(JSON.stringify({ StartAt: 'Send', States: { Send } }));
}

/** The resources of a type, by logical ID. */
export function resources(
  template: string | undefined,
  type: string,
): Readonly<Record<string, { Properties: unknown; DependsOn?: string[] }>> {
  const all: Readonly<Record<string, { Type: string; Properties: unknown; DependsOn?: string[] }>> = JSON.parse(
    template ?? '{}',
  ).Resources;
  return Object.fromEntries(Object.entries(all).filter(([, { Type }]) => Type === type));
}
