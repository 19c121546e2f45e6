import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { CLIENT, PATIENT_CLIENT, S3_CLIENT } from '../../src/aws/clients.ts';
import { type MachineProblem, machineName, roleNameOf } from '../../src/aws/machine.ts';
import { findRole } from '../../src/aws/role.ts';
import { machineReader, roleOfMachine } from '../../src/aws/stateMachines.ts';
import { own } from '../../src/own.ts';
import { checkRole } from '../../src/recheck/check.ts';
import { type MachineUse, machinesCreatedSince, machinesOfRole } from '../../src/recheck/fleet.ts';
import { reasonsOf } from '../../src/recheck/reasons.ts';
import type { RoleReport } from '../../src/recheck/report.ts';
import type { CheckPorts, CheckRequest } from '../../src/recheck/request.ts';
import { roleStore } from '../../src/role/store.ts';
import { FLEET, type FleetFiles, fleetFiles } from '../fleetFiles.ts';
import { type Alerts, alertsTo, metrics } from './alerts.ts';
import { type RecordedCall, readTrigger } from './event.ts';
import { type FunctionEnvironment, lookUpFrom, ownSweep, readEnvironment, settingsFrom } from './settings.ts';

const iam = new IAMClient(PATIENT_CLIENT);
const sfn = new SFNClient(PATIENT_CLIENT);
const sns = new SNSClient(CLIENT);
const s3 = new S3Client(S3_CLIENT);

const ports: CheckPorts = {
  store: roleStore(iam, { managed: 'ownDocuments', onlyOptedIn: true }),
  machines: machineReader(sfn),
};

/** The time reserved for reporting a check that takes too long, in milliseconds. */
const TIME_TO_REPORT = 15_000;
/** The part of it that comes after the message. */
const TIME_TO_REMEMBER = 5_000;

/** Checks the roles that an API call or an item of the sweep is about. */
export const handler = middy<unknown, void, Error, Context>().handler(async (event, context) => {
  const env = readEnvironment(process.env);
  try {
    await respond(event, context, env, AbortSignal.timeout(context.getRemainingTimeInMillis() - TIME_TO_REPORT));
  } finally {
    metrics.publishStoredMetrics();
  }
});

async function respond(event: unknown, context: Context, env: FunctionEnvironment, signal: AbortSignal): Promise<void> {
  const trigger = readTrigger(event, env.OWN_ROLES);
  const alerts = alertsTo(sns, env.TOPIC);
  const check = checkWithAlerts(env, context, alerts, signal);
  const files = env.BUCKET === '' ? undefined : fleetFiles(s3, env.BUCKET);
  switch (trigger.kind) {
    case 'nothing':
      return;
    case 'machine': {
      const { machineArn, cause } = trigger;
      const isSweep = machineArn === ownSweep(env, context.invokedFunctionArn);
      if (isSweep && changesMachine(cause)) await alerts.reportSweepChange(cause);
      const { roles, unreadable } = await rolesOf(machineArn, signal);
      const reports: RoleReport[] = [];
      const failures: unknown[] = [];
      for (const roleName of roles) {
        const all = async () => [machineArn, ...(await machinesOf(roleName, files, signal))];
        const machines = (afterWrite: boolean) => (afterWrite ? all() : Promise.resolve([machineArn]));
        try {
          // Before anything is granted: a sweep in progress must not remove it again.
          if (files) await files.recordChange({ roleName, machineArn }, signal);
          reports.push(await check({ roleName, machines, fleetKnown: false }, cause));
        } catch (error) {
          // Already reported. One role must not prevent serving the others.
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
      // Whether the state machine can be read matters only if one of its roles is rolefit's.
      const kept = reports.filter(({ outcome }) => outcome === 'checked' || outcome === 'unused');
      const all = kept.length === 0 ? [] : [...unreadable, ...kept.flatMap((report) => report.unreadable)];
      failUnread(all.find((one) => one.machineArn === machineArn));
      const unserved = kept.flatMap((report) => report.unserved).find((one) => one.machineArn === machineArn);
      if (unserved) throw new Error(`${machineName(machineArn)} is not served: ${unserved.why}`);
      return;
    }
    case 'role': {
      const { cause } = trigger;
      const roleName = await exactNameOf(trigger.roleName, signal);
      await check({ roleName, machines: () => machinesOf(roleName, files, signal), fleetKnown: false }, cause);
      return;
    }
    case 'sweep':
      if (files) await sweep(trigger.item, check, env, files, signal);
  }
}

/** Whether a call changes what a state machine does. Calls by CloudFormation are deployments, which are trusted. */
function changesMachine({ call, through }: RecordedCall): boolean {
  return /^(?:Create|Delete|Publish|Update)StateMachine/.test(call) && through !== 'cloudformation.amazonaws.com';
}

/** A role's exact name: IAM accepts requests that spell it in other letter case. */
async function exactNameOf(roleName: string, signal: AbortSignal): Promise<string> {
  // The check meets the same error and reports it.
  const role = await findRole(iam, roleName, signal).catch(() => undefined);
  return role?.name ?? roleName;
}

/**
 * Makes the queue deliver the change again. Not for other state machines that share the role: their problem may last,
 * and the sweep looks at them again.
 */
function failUnread(problem: MachineProblem | undefined): void {
  if (problem) throw new Error(`${machineName(problem.machineArn)} cannot be read: ${problem.why}`);
}

/**
 * The roles of all revisions that a state machine could run or is running; if it cannot be read completely, also the
 * role that it has.
 */
async function rolesOf(
  machineArn: string,
  signal: AbortSignal,
): Promise<{ readonly roles: ReadonlySet<string>; readonly unreadable: readonly MachineProblem[] }> {
  const { reasons, unreadable } = await reasonsOf(ports.machines, machineArn, signal);
  const named = unreadable.length === 0 ? undefined : await roleOfMachine(sfn, machineArn, signal);
  const arns = [...reasons.map(({ revision }) => revision.roleArn), ...(named === undefined ? [] : [named])];
  return { roles: new Set(arns.map(roleNameOf)), unreadable };
}

/**
 * Checks one role of the sweep. Only the second look removes permissions. If it comes too soon after the first, or
 * anything about the role has changed in between, it only adds. It includes state machines created after the list.
 */
async function sweep(
  { role: roleName, listed, second = false }: { role: string; listed: number; second?: boolean | undefined },
  check: (request: CheckRequest, cause: RecordedCall | undefined) => Promise<RoleReport>,
  env: FunctionEnvironment,
  files: FleetFiles,
  signal: AbortSignal,
): Promise<void> {
  const fleet = await files.fleet(FLEET, signal);
  // Another sweep has overtaken this one.
  if (fleet?.listed !== listed) return;
  const look = second ? 'second' : 'first';
  const settled = second ? await settledRevisions(roleName, listed, env, files, signal) : undefined;
  const late = settled === undefined ? [] : await machinesCreatedSince(sfn, listed, signal);
  const remembered = await usersOf(roleName, files, signal);
  const known = new Set([...(own(fleet.roles, roleName) ?? []), ...remembered]);
  const machines = async () => [...known, ...(await usersOf(roleName, files, signal)), ...late];
  const looked = Date.now();
  const report = await check({ roleName, machines, fleetKnown: true, earlierRevisions: settled }, undefined).catch(
    async (error) => {
      // These uses may still exist. A new signal, because the check may have failed for running out of time.
      const soon = AbortSignal.timeout(TIME_TO_REMEMBER);
      for (const machineArn of remembered) await files.remember({ roleName, machineArn }, soon);
      await files.recordLook(listed, look, roleName, soon);
      throw error;
    },
  );
  const { revisions, unreadable } = report;
  // Remember uses that the list doesn't show, for the next sweep and the second look of this one, as long as they
  // exist.
  for (const use of usesIn(report, known)) await files.remember(use, signal);
  if (!second && revisions !== undefined) {
    await files.recordFirstLook(listed, roleName, { settled: revisions, looked }, signal);
  }
  await files.recordLook(listed, look, roleName, signal);
  // It could be read some minutes ago: try again.
  if (settled !== undefined) failUnread(unreadable[0]);
}

/** The uses to remember, each once. A known state machine stays even while it is unclear whether it uses the role. */
function usesIn(
  { roleName, unlistedUses, possibleUsers }: RoleReport,
  known: ReadonlySet<string>,
): Iterable<MachineUse> {
  const unknown = possibleUsers.filter((arn) => known.has(arn)).map((machineArn) => ({ roleName, machineArn }));
  return new Map([...unlistedUses, ...unknown].map((use) => [`${use.roleName}/${use.machineArn}`, use])).values();
}

/** What the first look found, if it is long enough ago and nothing about the role has changed since. */
async function settledRevisions(
  roleName: string,
  listed: number,
  { SETTLE_SECONDS }: FunctionEnvironment,
  files: FleetFiles,
  signal: AbortSignal,
): Promise<string | undefined> {
  const firstLook = await files.firstLook(listed, roleName, signal);
  if (!firstLook || Date.now() - firstLook.looked < SETTLE_SECONDS * 1000) return undefined;
  return (await files.hasChanged(roleName, firstLook.looked, signal)) ? undefined : firstLook.settled;
}

async function usersOf(roleName: string, files: FleetFiles, signal: AbortSignal): Promise<readonly string[]> {
  return (await files.uses(roleName, signal)).map(({ machineArn }) => machineArn);
}

function checkWithAlerts(
  env: FunctionEnvironment,
  { invokedFunctionArn }: Context,
  alerts: Alerts,
  signal: AbortSignal,
) {
  const settings = settingsFrom(env, invokedFunctionArn);
  const checkPorts: CheckPorts = { ...ports, lookUp: lookUpFrom(env, invokedFunctionArn) };
  return async (request: CheckRequest, cause: RecordedCall | undefined): Promise<RoleReport> => {
    let report: RoleReport;
    try {
      report = await checkRole(checkPorts, request, settings, signal);
    } catch (error) {
      const late = new Error('the check took longer than the function may; the next one goes on', { cause: error });
      const failure = signal.aborted ? late : error;
      await alerts.reportFailure(request.roleName, failure, cause);
      throw failure;
    }
    await alerts.reportCheck(report, cause);
    return report;
  };
}

/**
 * The state machines that may use a role, from the last sweep and the checks since; without a sweep, from a list of
 * all state machines.
 */
async function machinesOf(
  roleName: string,
  files: FleetFiles | undefined,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const known = await files?.fleet(FLEET, signal);
  const listed = known ? (own(known.roles, roleName) ?? []) : await machinesOfRole(sfn, roleName, signal);
  return files ? [...listed, ...(await usersOf(roleName, files, signal))] : listed;
}
