import type { Plugin } from 'esbuild';

/**
 * Puts a few lines in place of vscode-nls, which translates the messages of the language server: it asks for Node's modules
 * with `require`, which an ES module does not have, and reads files that the bundle does not bring. The messages stay in
 * English, as they are in the source.
 */
export const plainMessages: Plugin = {
  name: 'plain messages',
  setup(build) {
    build.onResolve({ filter: /^vscode-nls$/ }, () => ({ path: 'vscode-nls', namespace: 'plain-messages' }));
    build.onLoad({ filter: /.*/, namespace: 'plain-messages' }, () => ({ contents: MESSAGES, loader: 'js' }));
  },
};

const MESSAGES = `
const localize = (key, message, ...values) => message.replace(/\\{(\\d+)\\}/g, (whole, index) => values[index] ?? whole);
export const loadMessageBundle = () => localize;
export const config = () => loadMessageBundle;
`;
