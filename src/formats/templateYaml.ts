import { Document, type Node, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { isArray, isObject, type Json } from '../asl/json.ts';

/** Writes a piece of a template as YAML, functions with CloudFormation's short tags: `{"Fn::Sub": "x"}` is `!Sub x`. */
export function templateYaml(json: Json): string {
  // CloudFormation reads YAML 1.1, where `on` and `0777` are not strings.
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
  const document = new Document(undefined, { version: '1.1', aliasDuplicateObjects: false });
  document.contents = nodeOf(json, document);
  return document.toString({
    lineWidth: 0,
    singleQuote: true,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

type Written = Scalar | YAMLMap | YAMLSeq;

function nodeOf(json: Json, document: Document): Written {
  const short = shortForm(json);
  if (short) {
    const node = nodeOf(short.argument, document);
    node.tag = short.tag;
    return node;
  }
  if (isArray(json)) {
    const list: YAMLSeq = document.createNode([]);
    for (const item of json) list.items.push(nodeOf(item, document));
    return list;
  }
  if (!isObject(json)) return scalar(json);
  const map: YAMLMap = document.createNode({});
  for (const [key, value] of Object.entries(json)) {
    const node: Node = nodeOf(value, document);
    map.add(document.createPair(key, node));
  }
  return map;
}

/** On one line: GitHub Actions takes a line of the log that starts with `::` for a command. */
function scalar(json: Json): Scalar {
  const node = new Scalar(json);
  if (typeof json === 'string' && /[\n\r]/.test(json)) node.type = Scalar.QUOTE_DOUBLE;
  return node;
}

interface ShortForm {
  readonly tag: string;
  readonly argument: Json;
}

/** Undefined where a tag would stand on another tag, which YAML does not allow: the outer function keeps its long form. */
function shortForm(json: Json): ShortForm | undefined {
  if (!isObject(json)) return undefined;
  const [[key = '', argument = ''] = [], ...more] = Object.entries(json);
  const name = key === 'Ref' ? key : /^Fn::([A-Za-z]+)$/.exec(key)?.[1];
  if (name === undefined || more.length > 0) return undefined;
  if (name === 'GetAtt' && isArray(argument) && argument.every((part) => typeof part === 'string')) {
    return { tag: '!GetAtt', argument: argument.join('.') };
  }
  return shortForm(argument) === undefined ? { tag: `!${name}`, argument } : undefined;
}
