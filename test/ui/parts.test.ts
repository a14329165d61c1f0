// @vitest-environment node
// The page of the parts shows every part there is.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const find = (pattern: string) => globSync(pattern, { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'));

/** What has no look of its own, or is seen as a piece of another part. */
const UNSEEN = [
  // Heard, not seen.
  'announcer.tsx',
  // Below fields and groups of choices.
  'field-notes.tsx',
  // In the header of every page.
  'theme-toggle.tsx',
  // Of buttons.
  'tooltip.tsx',
];

test('every part is on the page of the parts, or named here with the reason why it is not', () => {
  const shown = find('src/parts/*.tsx').map(read).join('\n');
  const missing = find('src/ui/*.tsx')
    .map((path) => path.slice('src/ui/'.length))
    .filter((name) => !shown.includes(`'#src/ui/${name}'`));
  expect(missing.toSorted()).toEqual(UNSEEN);
});
