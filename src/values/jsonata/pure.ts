import type { Json } from '../../asl/json.ts';
import { constantOf } from '../domain/constant.ts';
import { known } from '../domain/construct.ts';
import type { Builtin } from './builtins.ts';
import { ABSENT, constant, FAILS, gaveUp, type Item, unknownIn, type Value } from './value.ts';

/** What a function of known values gives: a value, nothing, an error, or something that is not certain. */
export type Outcome = { readonly json: Json } | 'absent' | 'fails' | 'unsure';

export function gives(json: Json): Outcome {
  return { json };
}

/** A function that needs to know all of its arguments, and gives nothing for nothing. */
export function pure(
  name: string,
  signature: string,
  arity: number | undefined,
  run: (args: readonly (Json | undefined)[]) => Outcome,
): Builtin {
  return { signature, arity, run: (args) => runPure(name, args, run) };
}

function runPure(name: string, args: readonly Item[], run: (args: readonly (Json | undefined)[]) => Outcome): Value {
  const [first] = args;
  if (first?.kind === 'absent') return ABSENT;
  const jsons: (Json | undefined)[] = [];
  for (const arg of args) {
    const json = arg.kind === 'absent' ? undefined : constant(arg);
    if (json === undefined && arg.kind !== 'absent') return [unknownIn(arg) ?? unsure(name)];
    jsons.push(json);
  }
  const outcome = run(jsons);
  if (outcome === 'absent') return ABSENT;
  if (outcome === 'fails') return FAILS;
  // None of the arguments holds a placeholder: what looks like one in the result is none.
  if (outcome === 'unsure' || constantOf(known(outcome.json)) === undefined) return [unsure(name)];
  return [known(outcome.json)];
}

function unsure(name: string): Item {
  return gaveUp(`this use of $${name} is not evaluated`);
}
