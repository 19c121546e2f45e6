import { isObject, type JsonObject } from '../../asl/json.ts';
import { own } from '../../own.ts';
import { known, unknownValue } from '../domain/construct.ts';
import type { Possible } from '../domain/possible.ts';
import { type Entered, type Returned, templateValue } from './entered.ts';

/** Name of the variable → what it can be. */
export type Assigned = ReadonlyMap<string, Possible>;

const NOTHING_ASSIGNED: Assigned = new Map();

/**
 * What `Assign` of a state, a rule or a catcher sets, where `$` is `input`.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
export function assignedBy(holder: JsonObject, input: Possible, entered: Entered, returned?: Returned): Assigned {
  const assign = holder['Assign'];
  if (!isObject(assign)) return NOTHING_ASSIGNED;
  const scope = entered.scopeWith(input, returned);
  const assigned = new Map<string, Possible>();
  for (const name of Object.keys(assign)) {
    const value = templateValue({ [name]: own(assign, name) ?? null }, scope, entered);
    const variable = entered.state.language === 'JSONata' ? name : name.replace(/\.\$$/, '');
    assigned.set(variable, onlyField(value, variable));
  }
  return assigned;
}

function onlyField(value: Possible, name: string): Possible {
  if (value.kind === 'object') return value.fields.get(name) ?? unknownValue(name);
  if (value.kind === 'known' && isObject(value.json)) return known(own(value.json, name) ?? null, value.setBy);
  return value;
}
