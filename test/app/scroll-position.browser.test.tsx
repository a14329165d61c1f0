// What needs layout: where a page stands when it is gone to and come back to.
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useScrollPosition } from '#src/app/scroll-position.ts';
import { createMemoryRouter } from '#test/support/memory-router.tsx';

function Frame({ children }: { children: ReactNode }) {
  useScrollPosition();
  return children;
}

async function open() {
  const router = createMemoryRouter(['/long']);
  const view = await render(
    <router.Router>
      <Frame>
        <Routes>
          <Route path="long" element={<div style={{ height: 5_000 }}>Long</div>} />
          <Route path="other" element={<div style={{ height: 4_000 }}>Other</div>} />
        </Routes>
      </Frame>
    </router.Router>,
  );
  const go = async (to: string | -1, path: string) => {
    await router.navigate(to);
    const shown = () => router.state.location.pathname + router.state.location.search;
    await expect.poll(shown).toBe(path);
  };
  return { view, go };
}

/** Resolves when the page has told where it is. */
const scrollTo = (top: number) =>
  new Promise<void>((resolve) => {
    window.addEventListener('scroll', () => resolve(), { once: true });
    window.scrollTo(0, top);
  });

beforeEach(async () => {
  await page.viewport(800, 600);
  sessionStorage.clear();
  window.scrollTo(0, 0);
});

it('begins another page at its top, and comes back to where the first was left', async () => {
  const { go } = await open();
  await scrollTo(1_200);
  await go('/other', '/other');
  expect(window.scrollY).toBe(0);
  await scrollTo(300);
  await go(-1, '/long');
  expect(window.scrollY).toBe(1_200);
});

it('stays where it is when only the page’s own query string changes', async () => {
  const { go } = await open();
  await scrollTo(1_200);
  await go('/long?q=a', '/long?q=a');
  expect(window.scrollY).toBe(1_200);
});

it('knows the place after a reload, whatever else was stored there', async () => {
  const first = await open();
  await scrollTo(900);
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
  await first.view.unmount();
  window.scrollTo(0, 0);
  await open();
  expect(window.scrollY).toBe(900);
  sessionStorage.setItem('report-desk:scroll', '{"default":');
  const broken = await open();
  await scrollTo(50);
  await broken.go('/other', '/other');
  expect(window.scrollY).toBe(0);
});
