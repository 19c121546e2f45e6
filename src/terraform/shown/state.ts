import { isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { own } from '../../own.ts';
import type { Configuration } from '../resource.ts';
import {
  evaluatedResource,
  memberObject,
  memberObjects,
  memberText,
  resourcesOfModule,
  type ShownFile,
  type ShownResource,
} from './shown.ts';

/** A state as `terraform show -json` prints it, or its own file: everything in it is known. */
export function configurationOfState(json: JsonObject, at: ShownFile): Configuration | undefined {
  const root = memberObject(memberObject(json, 'values'), 'root_module');
  const isOwnFile = typeof own(json, 'version') === 'number' && own(json, 'resources') !== undefined;
  // Before the first apply, terraform show prints nothing but its format.
  const isEmpty = Object.keys(json).join() === 'format_version';
  if (own(json, 'values') === undefined && !isOwnFile && !isEmpty) return undefined;
  const shown = isOwnFile ? resourcesInFile(json, at) : resourcesOfModule(root, ['values', 'root_module'], at);
  return { resources: shown.map((resource) => evaluatedResource(resource)), unread: [] };
}

/** The state's own file, version 4. */
function resourcesInFile(json: JsonObject, at: ShownFile): readonly ShownResource[] {
  return memberObjects(json, 'resources').flatMap((resource, index) => {
    const [type, name] = [memberText(resource, 'type') ?? '', memberText(resource, 'name') ?? ''];
    const mode = memberText(resource, 'mode') === 'data' ? ('data' as const) : ('managed' as const);
    const module = memberText(resource, 'module');
    const prefix = `${module === undefined ? '' : `${module}.`}${mode === 'data' ? 'data.' : ''}`;
    const line = at.lineOf(['resources', String(index)]) ?? 1;
    return memberObjects(resource, 'instances').map((instance) => ({
      address: `${prefix}${type}.${name}${keyText(own(instance, 'index_key'))}`,
      mode,
      type,
      values: memberObject(instance, 'attributes'),
      place: { file: at.file, line },
    }));
  });
}

function keyText(key: Json | undefined): string {
  return key === undefined || key === null || isObject(key) ? '' : `[${JSON.stringify(key)}]`;
}
