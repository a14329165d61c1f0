// The look of axe at a page. Its engine is put into each document once, and sums up there: pages of the desk have no frames, for
// which alone @axe-core/playwright opens a page more and sends everything twice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const ofAxe = createRequire(import.meta.resolve('@axe-core/playwright'));
const ENGINE = readFileSync(ofAxe.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
type Axe = { run(page: Document, options: object): Promise<{ readonly violations: readonly Violation[] }> };

async function prepare(page: Page) {
  await page.evaluate(ENGINE);
  await page.evaluate(() => {
    // Colours are measured at rest, not halfway through a transition.
    const rest = new CSSStyleSheet();
    rest.replaceSync('*, *::before, *::after { transition-property: none !important }');
    document.adoptedStyleSheets.push(rest);
  });
}

/** Nothing that WCAG 2.2 AA forbids, as far as axe can tell. */
export async function expectAccessible(page: Page) {
  expect(page.frames()).toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await prepare(page);
  const found = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const options = { runOnly: { type: 'tag', values }, resultTypes: ['violations'] };
    const { violations } = await axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, TAGS);
  expect(found).toEqual([]);
}
