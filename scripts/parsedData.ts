import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * Bundles the data files of src as text for JSON.parse. As the object literal that esbuild makes of JSON, Amazon EC2's
 * table takes about twice as long to load: what reads JSON does less than what reads JavaScript.
 *
 * Source: https://v8.dev/blog/cost-of-javascript-2019#json
 */
export const parsedData: Plugin = {
  name: 'parsed-data',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]\w+[\\/]data[\\/](?:\w+[\\/])?\w+\.json$/ }, ({ path }) => {
      const json = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(json)});`, loader: 'js' };
    });
    // To esbuild, a file that is imported with an attribute is another one than the same file as an entry.
    onLoad({ filter: /[\\/]src[\\/](?:sdk[\\/]load|iam[\\/]actions)\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      return { contents: text.replaceAll(/, \{\s*with: \{ type: 'json' \},?\s*\}/g, ''), loader: 'ts' };
    });
  },
};
