// The browser that pictures are compared in: the packaged Chromium with the fonts of its package and no others, whatever is
// installed or set where the tests run.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import type { LaunchOptions } from '@playwright/test';

/** What the packaged fonts are called; text in any other font was drawn by another machine's. */
export const PACKAGED_FONT = 'Open Sans';

/** `pointer: coarse` stands for a finger. */
export async function pinnedChromium(pointer: 'fine' | 'coarse' = 'fine'): Promise<LaunchOptions> {
  const executablePath = await chromium.executablePath();
  const folder = mkdtempSync(join(tmpdir(), 'report-desk-fonts-'));
  const config = join(folder, 'fonts.conf');
  writeFileSync(config, fontConfig(folder));
  return {
    executablePath,
    env: { ...definedOf(process.env), FONTCONFIG_FILE: config },
    args: [
      '--no-sandbox',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      ...(pointer === 'coarse'
        ? [
            '--blink-settings=primaryHoverType=1,availableHoverTypes=1,primaryPointerType=2,availablePointerTypes=2',
          ]
        : []),
    ],
  };
}

/** The folder where the package unpacks its fonts and no other; letters without grey edges, which differ between processors. */
function fontConfig(cache: string): string {
  const plain = '<edit name="antialias" mode="assign"><bool>false</bool></edit>';
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${join(tmpdir(), 'fonts')}</dir>
  <cachedir>${cache}</cachedir>
  <match target="pattern">${plain}</match>
  <match target="font">${plain}</match>
</fontconfig>
`;
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
