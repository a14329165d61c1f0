// What can be measured of how a page looks: rings of focus, room to hit, what moves, and which fonts were used.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const FOCUSABLE =
  ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not([tabindex="-1"])';
/** Links within text may be as small as it is (WCAG 2.2, 2.5.8, "inline"); the one that skips the header is for keyboards. */
const HIT =
  ':is(a[href]:not([href="#main"], :is(p, li, dd, th, td, h2) a), button, input, select, textarea, summary)';

/** Goes to each control by keyboard: those whose ring cannot be seen whole, as markup with the reason. */
export async function ringsNotSeen(page: Page): Promise<string[]> {
  // From here on the browser takes it that the operator uses the keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate((selector) => {
    const RING_PX = 2;
    const clips = (style: CSSStyleDeclaration) =>
      style.overflowX !== 'visible' || style.overflowY !== 'visible' || style.contain.includes('paint');
    return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((control) => {
      if (!control.checkVisibility({ visibilityProperty: true })) return [];
      control.focus();
      if (document.activeElement !== control) return [];
      // What is hidden behind its label is shown by the label.
      const carrier = control.classList.contains('visually-hidden') ? control.closest('label') : control;
      if (carrier === null) return [`no label: ${control.outerHTML.slice(0, 200)}`];
      const style = getComputedStyle(carrier);
      const reach = Number.parseFloat(style.outlineWidth) + Number.parseFloat(style.outlineOffset);
      const told = carrier.outerHTML.slice(0, 200);
      if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < RING_PX) {
        return [`no ring: ${told}`];
      }
      const box = carrier.getBoundingClientRect();
      for (let around = carrier.parentElement; around !== null; around = around.parentElement) {
        if (
          around === document.documentElement ||
          around === document.body ||
          !clips(getComputedStyle(around))
        )
          continue;
        const { left, top } = around.getBoundingClientRect();
        const inner = { left: left + around.clientLeft, top: top + around.clientTop };
        if (
          box.left - reach < inner.left - 0.5 ||
          box.top - reach < inner.top - 0.5 ||
          box.right + reach > inner.left + around.clientWidth + 0.5 ||
          box.bottom + reach > inner.top + around.clientHeight + 0.5
        ) {
          return [`clipped by ${around.className}: ${told}`];
        }
      }
      return [];
    });
  }, FOCUSABLE);
}

/** Controls that are smaller to hit than `least` CSS pixels in either direction, as their size and markup. */
export function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate(
    ([selector, px]) => {
      const sizeOf = (control: HTMLElement) => {
        const box = control.getBoundingClientRect();
        // What lies over or around a control counts as the control: it is hit there.
        const reach = ['::before', '::after'].map((pseudo) => {
          const { content, position, left, right, top, bottom } = getComputedStyle(control, pseudo);
          if (content === 'none' || position !== 'absolute') return { x: 0, y: 0 };
          const more = (one: string, other: string) =>
            Math.max(0, -Number.parseFloat(one)) + Math.max(0, -Number.parseFloat(other));
          return { x: more(left, right), y: more(top, bottom) };
        });
        return {
          width: box.width + Math.max(...reach.map(({ x }) => x)),
          height: box.height + Math.max(...reach.map(({ y }) => y)),
        };
      };
      return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((control) => {
        if (!control.checkVisibility({ visibilityProperty: true })) return [];
        const hidden = control.classList.contains('visually-hidden');
        const hit = hidden ? (control.closest<HTMLElement>('label') ?? control) : control;
        const { width, height } = sizeOf(hit);
        return width >= px - 0.5 && height >= px - 0.5
          ? []
          : [`${Math.round(width)} by ${Math.round(height)}: ${hit.outerHTML.slice(0, 200)}`];
      });
    },
    [HIT, least] as const,
  );
}

/** Every font that the page's text was drawn in. */
export async function fontsUsed(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'h1, p, code, button',
  });
  const families = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName } of fonts) families.add(familyName);
  }
  await session.detach();
  return [...families].toSorted();
}

/** As tall as all that is on it, so that nothing is scrolled or stuck. */
export async function unroll(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

/** The colours that an element is drawn with now, as red, green and blue. */
export function looksOf(element: Locator) {
  return element.evaluate((drawn) => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    const rgb = (colour: string) => {
      if (pen === null) throw new Error('There is no canvas.');
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      return [...pen.getImageData(0, 0, 1, 1).data].join(' ');
    };
    const style = getComputedStyle(drawn);
    return {
      colour: rgb(style.color),
      background: rgb(style.backgroundColor),
      border: rgb(style.borderTopColor),
      borderWidth: Number.parseFloat(style.borderTopWidth),
    };
  });
}
