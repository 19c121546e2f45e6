import { type BuildOptions, build } from 'esbuild';

/**
 * The report's script and style as src/report/assets.json has them. They are checked in, so that `src` runs as it is
 * (tests, `node src/cli/main.ts`), and the page's bytes do not depend on what else is in the bundle; `npm run generated`
 * writes them when they have changed, and a test fails where they are stale.
 */
export async function reportAssets(): Promise<string> {
  const script = await bundled({ entryPoints: ['src/report/browser/main.ts'], format: 'iife' });
  const style = await bundled({ entryPoints: ['src/report/browser/page.css'] });
  return `${JSON.stringify({ script, style }, null, 2)}\n`;
}

/** Browsers of the last years: the same syntax in all of them, nothing to load. */
const COMMON: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  charset: 'utf8',
  target: ['es2022', 'chrome111', 'firefox121', 'safari16.4'],
  logLevel: 'warning',
};

async function bundled(options: BuildOptions): Promise<string> {
  const { outputFiles = [] } = await build({ ...COMMON, ...options });
  return outputFiles[0]?.text.trim() ?? '';
}
