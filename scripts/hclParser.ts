import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MODULES = {
  engine: import.meta.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  grammar: import.meta.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm'),
};

/** The parser of HCL as JSON, so that it is bundled, and loaded from sources, like other data: in base64. */
export function hclParserJson(): string {
  const modules = Object.entries(MODULES).map(([name, url]) => [
    name,
    readFileSync(fileURLToPath(url)).toString('base64'),
  ]);
  return `${JSON.stringify(Object.fromEntries(modules), null, 2)}\n`;
}
