import { DefinitionError } from '../asl/error.ts';
import type { JsonObject } from '../asl/json.ts';
import type { State } from '../asl/workflow.ts';
import type { Finding } from '../finding.ts';
import { own } from '../own.ts';
import { ABSENT } from '../values/domain/possible.ts';
import { at, type Value } from '../values/domain/value.ts';
import { argumentsOf, readerOf } from '../values/flow/callArguments.ts';
import type { Flow } from '../values/flow/flow.ts';
import type { ActingMap } from './acting.ts';
import type { Call } from './call.ts';
import { parseResource } from './resource.ts';

/** A distributed Map starts and watches child executions, reads its items and writes its results. */
export function mapCalls({ state, map }: ActingMap, flow: Flow, findings: Finding[]): readonly Call[] {
  const { path, childOf } = state;
  const common = { state: path, kind: 'map', pattern: 'requestResponse', childOf } as const;
  const known = (text: string | undefined): Value => (text === undefined ? ABSENT : { kind: 'known', json: text });
  const run: Readonly<Record<string, Value>> = {
    ExecutionType: known(map.children),
    Label: known(map.label),
  };
  const calls: Call[] = [
    {
      ...common,
      service: 'states',
      api: 'startMapRun',
      arguments: () => ({ kind: 'object', field: (name) => own(run, name) ?? ABSENT, names: () => Object.keys(run) }),
      partition: undefined,
    },
  ];
  if (map.reader) calls.push(...storageCall(state, 'ItemReader', map.reader, flow, findings));
  // A writer with only a WriterConfig formats the output and writes nothing to S3.
  if (map.writer && map.writer['Resource'] !== undefined) {
    calls.push(...storageCall(state, 'ResultWriter', map.writer, flow, findings));
  }
  return calls;
}

/** The S3 APIs that an ItemReader or a ResultWriter can name. */
const STORAGE: Readonly<Record<'ItemReader' | 'ResultWriter', readonly string[]>> = {
  ItemReader: ['s3:getObject', 's3:listObjectsV2'],
  ResultWriter: ['s3:putObject'],
};

function storageCall(
  state: State,
  field: 'ItemReader' | 'ResultWriter',
  holder: JsonObject,
  flow: Flow,
  findings: Finding[],
): readonly Call[] {
  const resource = storageResource(state, field, holder);
  const target = parseResource(resource);
  if (target.kind !== 'optimized' || !STORAGE[field].includes(`${target.service}:${target.api}`)) {
    const known = STORAGE[field].map((api) => `arn:aws:states:::${api}`).join(' or ');
    findings.push({
      code: 'unknown-integration',
      severity: 'error',
      state: state.path,
      message: `${field}.Resource ${JSON.stringify(resource)} is not ${known}. The policy has nothing for it.`,
    });
    return [];
  }
  const reader = readerOf(state, flow);
  const storageArguments = argumentsOf(holder, reader);
  const readerConfig = argumentsOf(
    { [state.language === 'JSONata' ? 'Arguments' : 'Parameters']: holder['ReaderConfig'] ?? {} },
    reader,
  );
  return [
    {
      state: state.path,
      kind: 'map',
      service: 's3',
      api: target.api,
      pattern: 'requestResponse',
      arguments: (assignment) => {
        const passed = storageArguments(assignment);
        return {
          kind: 'object',
          field: (name) => (name === 'ReaderConfig' ? readerConfig(assignment) : at(passed, name)),
          names: () => ['ReaderConfig', ...(passed.kind === 'object' ? passed.names() : [])],
        };
      },
      partition: target.partition,
      childOf: state.childOf,
    },
  ];
}

/** The API that an ItemReader or a ResultWriter names. Throws DefinitionError if it names none. */
export function storageResource(state: State, field: 'ItemReader' | 'ResultWriter', holder: JsonObject): string {
  const resource = holder['Resource'];
  if (typeof resource === 'string') return resource;
  throw new DefinitionError(
    { state: state.path, field: `${field}.Resource` },
    'is missing or no text; name the S3 API',
  );
}
