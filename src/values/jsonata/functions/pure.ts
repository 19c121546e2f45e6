import type { Json } from '../../../asl/json.ts';
import { constantOf } from '../../domain/constant.ts';
import { known } from '../../domain/construct.ts';
import { constant } from '../value/convert.ts';
import { unknownIn } from '../value/kinds.ts';
import { type Alternatives, FAILS, gaveUp, type Item, NO_VALUE } from '../value/value.ts';
import type { Builtin } from './builtin.ts';

/** What a function of known values gives: a value, no value, an error, or an uncertain result. */
export type PureResult = { readonly json: Json } | 'absent' | 'fails' | 'unsure';

export function gives(json: Json): PureResult {
  return { json };
}

/** A function that needs to know all of its arguments, and gives no value for no value. */
export function pure(
  name: string,
  signature: string,
  arity: number | undefined,
  run: (args: readonly (Json | undefined)[]) => PureResult,
): Builtin {
  return { signature, arity, run: (args) => runPure(name, args, run) };
}

function runPure(
  name: string,
  args: readonly Item[],
  run: (args: readonly (Json | undefined)[]) => PureResult,
): Alternatives {
  const [first] = args;
  if (first?.kind === 'absent') return NO_VALUE;
  const jsons: (Json | undefined)[] = [];
  for (const arg of args) {
    const json = arg.kind === 'absent' ? undefined : constant(arg);
    if (json === undefined && arg.kind !== 'absent') return [unknownIn(arg) ?? unsure(name)];
    jsons.push(json);
  }
  const result = run(jsons);
  if (result === 'absent') return NO_VALUE;
  if (result === 'fails') return FAILS;
  // No argument contains a placeholder, so nothing in the result is one, whatever it looks like.
  if (result === 'unsure' || constantOf(known(result.json)) === undefined) return [unsure(name)];
  return [known(result.json)];
}

function unsure(name: string): Item {
  return gaveUp(`this use of $${name} is not evaluated`);
}
