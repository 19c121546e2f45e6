import { all, call } from './calls.ts';
import { field, isArray, type Json, textField } from './json.ts';
import { map } from './maps.ts';
import type { Entered } from './state.ts';

export function resultOf(entered: Entered, effective: Json): Promise<Json> | Json {
  switch (entered.state['Type']) {
    case 'Parallel':
      return parallel(entered, effective);
    case 'Map':
      return map(entered, effective);
    default:
      return task(entered, effective);
  }
}

function task(entered: Entered, effective: Json): Json {
  const resource = textField(entered.state, 'Resource') ?? '';
  const [, , service = '', , , kind = '', ...rest] = resource.split(':');
  if (service === 'lambda')
    return call(entered, { service: 'lambda', api: 'invoke', arguments: { FunctionName: resource } });
  const names = [kind, ...rest].slice(0, -1).join(':');
  const api = (rest.at(-1) ?? '').replace(/\.(?:sync(?::2)?|waitForTaskToken)$/, '');
  return call(entered, { service: names, api, arguments: effective });
}

async function parallel({ run, state, scope, context }: Entered, effective: Json): Promise<Json> {
  const branches = field(state, 'Branches');
  const { State: _, Task: __, ...outer } = context;
  return all(isArray(branches) ? branches : [], (branch) =>
    run.enter(branch, effective, { values: new Map(), outer: scope }, outer),
  );
}
