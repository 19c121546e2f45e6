import { DYNAMIC, STRING } from '../values/type.ts';
import { refused, string, unknown, type Value } from '../values/value.ts';
import type { Call, Functions } from './define.ts';
import { decodedJson, jsonOf } from './json.ts';
import { textOf } from './strings.ts';
import { decodedYaml, yamlOf } from './yaml.ts';

/** The functions that encode and decode. */
export const ENCODINGS: Functions = {
  jsonencode: {
    params: [DYNAMIC],
    open: 'all',
    nullable: true,
    result: STRING,
    run: ([value], call) => (value ? jsonOf(value, call) : refused(call, 'it has no argument')),
  },
  jsondecode: { params: [STRING], run: ([value], call) => decodedJson(textOf(value), call) },
  yamlencode: {
    params: [DYNAMIC],
    open: 'all',
    nullable: true,
    result: STRING,
    run: ([value], call) => (value ? yamlOf(value, call) : refused(call, 'it has no argument')),
  },
  yamldecode: { params: [STRING], run: ([value], call) => decodedYaml(textOf(value), call) },
  base64encode: {
    params: [STRING],
    result: STRING,
    run: ([value]) => string(Buffer.from(textOf(value)).toString('base64')),
  },
  base64decode: { params: [STRING], result: STRING, run: ([value], call) => decodedBase64(textOf(value), call) },
  urlencode: {
    params: [STRING],
    result: STRING,
    run: ([value]) =>
      string(
        encodeURIComponent(textOf(value).toWellFormed())
          .replaceAll('%20', '+')
          .replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`),
      ),
  },
};

function decodedBase64(value: string, call: Call): Value {
  // Go's decoder passes over the ends of lines.
  const digits = value.replaceAll(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(digits))
    return refused(call, 'it is no base64');
  const decoded = Buffer.from(digits, 'base64');
  const text = decoded.toString('utf8');
  return Buffer.from(text).equals(decoded) ? string(text) : unknown(call, 'what it decodes is no text', STRING);
}
