import { isAbsent } from '../value/alternatives.ts';
import { itemTruth } from '../value/truth.ts';
import { type Alternatives, constantValue, EITHER_BOOLEAN, type Item, NO_VALUE } from '../value/value.ts';
import { type Builtin, ofItem } from './builtin.ts';

/** https://docs.jsonata.org/boolean-functions */
export const BOOLEANS: Readonly<Record<string, Builtin>> = {
  boolean: { signature: 'x-', arity: 1, run: ofItem((item) => truth(item, true)) },
  not: { signature: 'x-', arity: 1, run: ofItem((item) => truth(item, false)) },
  exists: { signature: 'x', arity: 1, run: exists },
};

function truth(item: Item, expected: boolean): Alternatives {
  if (item.kind === 'unknown') return [...EITHER_BOOLEAN, ...NO_VALUE];
  const holds = itemTruth(item);
  return holds === undefined ? EITHER_BOOLEAN : constantValue(holds === expected);
}

function exists([item]: readonly Item[]): Alternatives {
  if (item?.kind === 'unknown') return EITHER_BOOLEAN;
  return constantValue(item !== undefined && !isAbsent(item));
}
