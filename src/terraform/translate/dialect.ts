import { own } from '../../own.ts';
import type { Dialect } from '../../template/dialect.ts';
import { shapeOf } from '../../template/resources.ts';
import { placeholderName, type TranslationScope } from './scope.ts';
import type { PropertyRows } from './typeRow.ts';
import { typeRow } from './types.ts';

/** Terraform's words for what the template has. `sources`: what attaches a managed policy to a role. */
export function dialectFor(scope: TranslationScope, sources: ReadonlyMap<string, string>): Dialect {
  const meanings = new Map<string, { readonly id: string; readonly attribute: string }>();
  return {
    whole: 'these files',
    later: 'after apply',
    nameOf: (id, type, attribute) => {
      // A version's ID is the attribute that has its ARN.
      const isVersion = type === 'AWS::StepFunctions::StateMachineVersion';
      const shown = shownAttribute(scope.resource(id)?.type ?? '', type, attribute);
      const name = placeholderName(isVersion ? id : `${id}.${shown}`);
      meanings.set(name, { id, attribute });
      return name;
    },
    meaningOf: (name) => meanings.get(name),
    propertyOf: (id, property, index) => {
      const source = sources.get(`${id} ${property} ${index ?? ''}`);
      if (source !== undefined) return source;
      const argument = argumentName(scope.resource(id)?.type ?? '', property);
      return `${id === '' ? '' : `${id}.`}${argument}${index === undefined ? '' : `[${index}]`}`;
    },
    isChecked: true,
  };
}

/** Terraform's attribute for what `Ref` (empty) or `Fn::GetAtt` returns. */
function shownAttribute(terraformType: string, type: string, attribute: string): string {
  const { ref, arn, nameAttribute } = shapeOf(type);
  const attributes = Object.entries(typeRow(terraformType)?.attributes ?? {});
  const isArn = attribute === arn || (attribute === '' && ref === 'arn');
  const found = attributes.find(
    ([, means]) =>
      means === attribute ||
      (isArn && (means === '{arn}' || (means === '' && ref === 'arn'))) ||
      (attribute === nameAttribute && means === '{name}'),
  );
  if (found !== undefined) return found[0];
  return attribute === '' ? 'id' : snakeName(attribute);
}

const ARGUMENTS: Readonly<Record<string, string>> = { RoleName: 'role', Roles: 'roles' };

/** Terraform's argument for a property. */
function argumentName(terraformType: string, property: string): string {
  const rows: PropertyRows = typeRow(terraformType)?.properties ?? {};
  const argument = own(rows, property);
  return typeof argument === 'string' ? argument : (own(ARGUMENTS, property) ?? snakeName(property));
}

function snakeName(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
