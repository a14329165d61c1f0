// Finds the Chromium that tests run in: CHROMIUM_PATH, else the one inside the npm package, else the system's.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium executable. Throws with what to install when there is none. Unpacks the packaged one on first use. */
export async function chromiumPath(): Promise<string> {
  const configured = process.env['CHROMIUM_PATH'];
  if (configured !== undefined && configured !== '') return configured;
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    process.env['FONTCONFIG_PATH'] ??= join(tmpdir(), 'fonts');
    // Later processes of the same test run need not look again.
    process.env['CHROMIUM_PATH'] = path;
    return path;
  }
  const found = SYSTEM_PATHS.find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error('No Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to its executable.');
  }
  return found;
}
