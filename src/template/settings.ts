import type { MachineSettings } from '../calls/machine.ts';
import { own } from '../own.ts';
import type { WrittenSettings } from './machines.ts';
import type { Placeholder, Placeholders } from './placeholder.ts';
import { shapeOf } from './resources.ts';

/** The settings of a template's state machine for the analysis, with the placeholders that stand for names. */
export function machineSettings(
  { name, type, logging, tracing, uncertain, kmsKey }: WrittenSettings,
  placeholders: Placeholders = {},
): MachineSettings {
  // The template may give a key's ID or alias instead, from which no resource ARN can be made.
  const kmsKeyArn = kmsKey !== undefined && /^arn:|[Aa]rn\}$/.test(kmsKey) ? kmsKey : undefined;
  const arns = Object.keys(placeholders).filter((text) => isOwnArn(text, own(placeholders, text)));
  const names = Object.keys(placeholders).filter((text) => isOwnName(own(placeholders, text)));
  return {
    name,
    ...(names.length === 0 ? {} : { names }),
    ...(arns.length === 0 ? {} : { arns }),
    ...(type === undefined ? {} : { type }),
    ...(logging ? { logging: true } : {}),
    ...(tracing ? { tracing: true } : {}),
    ...(uncertain === undefined ? {} : { uncertain }),
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
  };
}

/** True for a name, and for the ID of a KMS key of the template: neither is an ARN. */
function isOwnName({ kind, resourceType = '' }: Partial<Placeholder> = {}): boolean {
  return kind === 'name' || (kind === 'id' && /^AWS::KMS::(?:Replica)?Key$/.test(resourceType));
}

/** True for what is the ARN of one of the template's resources. */
function isOwnArn(text: string, placeholder: Placeholder | undefined): boolean {
  const { kind, arn: whole, logicalId = '', resourceType = '' } = placeholder ?? {};
  // Terraform has other names for the same: `${aws_batch_job_definition.d.arn}`.
  if (kind === 'arn' && whole === text) return true;
  const { ref, arn } = shapeOf(resourceType);
  return (ref === 'arn' && text === `\${${logicalId}}`) || (arn !== undefined && text === `\${${logicalId}.${arn}}`);
}
