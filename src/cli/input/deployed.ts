import { SFNClient } from '@aws-sdk/client-sfn';
import type { FitOptions } from '../../analysis/fit.ts';
import { parseText } from '../../asl/parse.ts';
import { TERMINAL_CLIENT } from '../../aws/clients.ts';
import { type Explain, errorCode, errorKind, oneLine } from '../../aws/errors.ts';
import { machineName } from '../../aws/machine.ts';
import { readMachine } from '../../aws/stateMachines.ts';
import { parseArn } from '../../iam/arn.ts';
import { Failure } from '../failure.ts';
import { located } from './read.ts';
import type { StateMachine } from './stateMachines.ts';
import { openNamesIn } from './substitutions.ts';

/** A state machine in an account, read with the credentials that the AWS SDK finds. Every error is a Failure. */

/** A deployed state machine, and the ARN of its role. */
export interface DeployedMachine {
  readonly stateMachine: StateMachine;
  readonly roleArn: string;
}

export async function readDeployedMachine(
  command: string,
  arn: string,
  overrides: FitOptions,
): Promise<DeployedMachine> {
  const place = parseArn(arn);
  if (place === undefined) throw new Failure(`${command}: ${arn} is no ARN`);
  const client = new SFNClient({ ...TERMINAL_CLIENT, region: overrides.region ?? place.region });
  const { definition, settings, roleArn } = await readMachine(client, arn, NEVER, explainedFor(command));
  const { substitutions: _, ...options } = overrides;
  const { partition, region, account } = place;
  try {
    const json = parseText(definition, 'json');
    const stateMachine = {
      label: arn,
      file: arn,
      definition: json,
      openNames: openNamesIn(json),
      options: { ...settings, partition, region, account, name: machineName(arn), ...options },
    };
    return { stateMachine, roleArn };
  } catch (error) {
    throw located(error, arn);
  }
}

/** Ctrl+C ends a request that takes too long. */
export const NEVER: AbortSignal = new AbortController().signal;

export function absentFor(command: string, resource: string): Failure {
  return new Failure(`${command}: ${resource} does not exist in this account`);
}

/** AWS's errors in words for whoever runs the command. */
export function explainedFor(command: string): Explain {
  return (error, action, resource) => {
    const message = oneLine(error instanceof Error ? error.message : String(error));
    switch (errorKind(error, action)) {
      case 'absent':
        return absentFor(command, resource);
      case 'denied':
        return new Failure(
          `${command}: access denied for ${action} on ${resource}: allow it for the credentials in use (${message})`,
        );
      case 'noCredentials':
        return new Failure(`${command}: ${action} needs AWS credentials; log in, or set AWS_PROFILE (${message})`);
      case 'noKey':
      case 'exists':
      case 'refused':
      case 'other':
        return new Failure(
          `${command}: ${action} on ${resource} failed: ${message === '' ? errorCode(error) : message}`,
        );
    }
  };
}
