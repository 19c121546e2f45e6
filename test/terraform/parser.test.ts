import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { hclParserJson } from '../../scripts/hclParser.ts';

it('the parser is that of the installed packages: `npm run generated` writes it', () => {
  assert.ok(readFileSync('src/terraform/data/parser.json', 'utf8') === hclParserJson());
});
