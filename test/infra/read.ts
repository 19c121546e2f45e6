import { readFileSync } from 'node:fs';
import { parse, type Tags, type YAMLMap, type YAMLSeq } from 'yaml';

/** CloudFormation's short forms stand for what is behind them. */
const customTags = ['Ref', 'GetAtt', 'Sub', 'If', 'Equals', 'And', 'Not', 'Condition'].flatMap((name): Tags => {
  const tag = `!${name}`;
  const same = (node: YAMLMap.Parsed | YAMLSeq.Parsed) => node;
  return [
    { tag, resolve: (value: string) => value },
    { tag, collection: 'seq', resolve: same },
    { tag, collection: 'map', resolve: same },
  ];
});

/** A template of rolefit's own. */
export function read(file: string) {
  return parse(readFileSync(file, 'utf8'), { customTags, logLevel: 'error' });
}
