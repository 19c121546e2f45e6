import { existsSync } from 'node:fs';

/** The browser of the tests: the system's own, so that nothing is downloaded but by the system's package manager. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export function hasChromium(): boolean {
  return existsSync(CHROMIUM);
}
