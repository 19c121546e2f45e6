import { type CollectionTag, Pair, Scalar, type ScalarTag, type Tags, YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from '../asl/json.ts';

/**
 * CloudFormation's short tags, read as their long forms: `!Sub x` is `{"Fn::Sub": "x"}`.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'GetAZs',
  'GetAtt',
  'GetStackOutput',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
] as const;

export const TEMPLATE_TAGS: Tags = [
  ...FUNCTIONS.flatMap((name) => tagsOf(`!${name}`, `Fn::${name}`)),
  // The long forms of these two have no prefix.
  ...tagsOf('!Ref', 'Ref'),
  ...tagsOf('!Condition', 'Condition'),
];

/** Where a template names a condition or a resource: a condition may be called `No`. */
export const NAMES_UNDER: Readonly<Record<string, number>> = {
  Condition: 1,
  DependsOn: Number.POSITIVE_INFINITY,
  'Fn::GetAtt': 2,
  'Fn::If': 1,
  Ref: 1,
};

function tagsOf(tag: string, key: string): readonly (ScalarTag | CollectionTag)[] {
  const collection = (kind: 'map' | 'seq'): CollectionTag => ({
    tag,
    collection: kind,
    resolve: (node) => longForm(key, node),
  });
  return [
    { tag, resolve: (text) => ({ [key]: key === 'Fn::GetAtt' ? attribute(text) : text }) },
    collection('seq'),
    collection('map'),
  ];
}

/** Keeps the node itself under the long form's key, so that line numbers and duplicate keys are still found. */
function longForm(key: string, node: YAMLMap.Parsed | YAMLSeq.Parsed): YAMLMap {
  const map = new YAMLMap();
  map.items.push(new Pair(new Scalar(key), node));
  return map;
}

/** `Queue.Arn` → `["Queue", "Arn"]`; the attribute may contain dots itself, as in `Stack.Outputs.QueueArn`. */
export function attribute(text: string): Json {
  const dot = text.indexOf('.');
  return dot < 0 ? text : [text.slice(0, dot), text.slice(dot + 1)];
}
