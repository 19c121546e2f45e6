import type { Parser } from 'web-tree-sitter';

let loading: Promise<Parser> | undefined;

/** The parser of HCL, which is loaded when the first file is read. */
export function hclParser(): Promise<Parser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Parser> {
  const [{ Language, Parser }, { default: modules }] = await Promise.all([
    import('web-tree-sitter'),
    import('../data/parser.json', { with: { type: 'json' } }),
  ]);
  await Parser.init({ wasmBinary: Buffer.from(modules.engine, 'base64') });
  const language = await Language.load(Buffer.from(modules.grammar, 'base64'));
  return new Parser().setLanguage(language);
}
