import { QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query';
import { act, render as renderTree, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense, lazy, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { createQueryClient } from '#src/client/query-client.ts';
import { reportCaught } from '#src/failures/boundary.tsx';
import { CardBoundary } from '#src/failures/card-boundary.tsx';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { PageBoundary } from '#src/failures/page-boundary.tsx';
import { pageCode } from '#src/failures/page-code.ts';
import { RootBoundary } from '#src/failures/root-boundary.tsx';
import { AnnouncerProvider } from '#src/ui/announcer.tsx';
import { createMemoryRouter } from '#test/support/memory-router.tsx';

/** Breaks while `broken`, and says whether it was drawn. */
function Fragile({ state }: { state: { broken: boolean } }) {
  if (state.broken) throw new TypeError('rows is undefined');
  return <p>Drawn</p>;
}

const render = (tree: ReactElement) => renderTree(tree, { onCaughtError: reportCaught });
const TITLE = 'Something broke in this panel';
/** The panel's code may still be on its way. */
const crashed = () => screen.findByRole('group', { name: TITLE });
const reload = () => screen.findByRole('button', { name: 'Reload this panel' });

function WithQueries({ children }: { children: ReactNode }) {
  const [client] = useState(() => createQueryClient({ random: () => 0 }));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

describe('a card that crashes', () => {
  it('leaves the rest of the page standing and says what was being shown', async () => {
    render(
      <AnnouncerProvider>
        <p>The card beside it</p>
        <CardBoundary shown="the card of Mailbox Performance">
          <Fragile state={{ broken: true }} />
        </CardBoundary>
      </AnnouncerProvider>,
    );
    expect(screen.getByText('The card beside it')).toBeVisible();
    const panel = await crashed();
    expect(panel).toHaveTextContent('the card of Mailbox Performance');
    expect(panel).toHaveTextContent('The rest of the desk works');
    expect(panel).toHaveTextContent('TypeError: rows is undefined');
  });

  it('is drawn again on Reload this panel, as often as it takes', async () => {
    const user = userEvent.setup();
    const state = { broken: true };
    render(
      <AnnouncerProvider>
        <CardBoundary shown="a card">
          <Fragile state={state} />
        </CardBoundary>
      </AnnouncerProvider>,
    );
    await user.click(await reload());
    expect(await crashed()).toBeVisible();
    state.broken = false;
    await user.click(await reload());
    expect(screen.getByText('Drawn')).toBeVisible();
    expect(screen.queryByRole('group', { name: TITLE })).toBeNull();
  });

  it('is drawn again by itself when it is to show something else', async () => {
    const state = { broken: true };
    const tree = (id: string) => (
      <AnnouncerProvider>
        <CardBoundary shown="a card" resetKey={id}>
          <Fragile state={state} />
        </CardBoundary>
      </AnnouncerProvider>
    );
    const { rerender } = render(tree('one'));
    state.broken = false;
    rerender(tree('one'));
    expect(await crashed()).toBeVisible();
    rerender(tree('two'));
    expect(screen.getByText('Drawn')).toBeVisible();
  });

  it('is announced once when it begins anew by itself, and again when the operator reloads it in vain', async () => {
    const user = userEvent.setup();
    const state = { broken: true };
    const tree = (id: string) => (
      <AnnouncerProvider>
        <CardBoundary shown="a card" resetKey={id}>
          <Fragile state={state} />
        </CardBoundary>
      </AnnouncerProvider>
    );
    const announced = () =>
      screen.getAllByRole('status').flatMap((region) => [...region.querySelectorAll('p')]).length;
    const { rerender } = render(tree('one'));
    await crashed();
    rerender(tree('two'));
    await crashed();
    rerender(tree('three'));
    await crashed();
    expect(announced()).toBe(1);
    await user.click(await reload());
    await crashed();
    expect(announced()).toBe(2);
  });

  it('leaves the focus on the page when its button goes', async () => {
    const user = userEvent.setup();
    const state = { broken: true };
    render(
      <AnnouncerProvider>
        <main id="main" tabIndex={-1}>
          <CardBoundary shown="a card">
            <Fragile state={state} />
          </CardBoundary>
        </main>
      </AnnouncerProvider>,
    );
    state.broken = false;
    await user.click(await reload());
    expect(screen.getByText('Drawn')).toBeVisible();
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('asks anew for a query that had thrown', async () => {
    const user = userEvent.setup();
    let calls = 0;
    const query = queryOptions({
      queryKey: ['fragile'],
      queryFn: () => {
        calls += 1;
        if (calls === 1) throw new TypeError('a mistake in a reader');
        return Promise.resolve('Answer');
      },
      throwOnError: true,
    });
    function Asking() {
      return <p>{useQuery(query).data ?? 'Waiting'}</p>;
    }
    render(
      <WithQueries>
        <AnnouncerProvider>
          <CardBoundary shown="a card">
            <Asking />
          </CardBoundary>
        </AnnouncerProvider>
      </WithQueries>,
    );
    await user.click(await reload());
    expect(await screen.findByText('Answer')).toBeVisible();
    expect(calls).toBe(2);
  });

  it('can be copied', async () => {
    const user = userEvent.setup();
    render(
      <AnnouncerProvider>
        <CardBoundary shown="a card">
          <Fragile state={{ broken: true }} />
        </CardBoundary>
      </AnnouncerProvider>,
    );
    await user.click((await screen.findAllByRole('button', { name: 'Copy details' }))[0] as HTMLElement);
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('Something broke in this panel (crashed)');
    expect(copied).toContain('TypeError: rows is undefined');
    expect(copied).toContain('boundaries.test.tsx');
  });

  it('stays a crash when what was thrown is not even an error', async () => {
    function Throws(): never {
      // oxlint-disable-next-line typescript/only-throw-error -- what a library may do
      throw 'boom';
    }
    render(
      <AnnouncerProvider>
        <CardBoundary shown="a card">
          <Throws />
        </CardBoundary>
      </AnnouncerProvider>,
    );
    expect(await crashed()).toHaveTextContent('Thrown: boom');
  });
});

describe('a part whose code comes when it is needed', () => {
  /** What the three engines and the build's loader of styles say. */
  const WORDS = [
    'Failed to fetch dynamically imported module: https://desk.example/assets/part.js',
    'error loading dynamically imported module: https://desk.example/assets/part.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/part.css',
  ];

  it.each(WORDS)('is out of reach when that is what the browser says: %s', async (words) => {
    const Part = lazy(() => Promise.reject(new TypeError(words)));
    render(
      <LazyPart>
        <Part />
      </LazyPart>,
    );
    expect(await screen.findByRole('group', { name: 'Connection lost' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reload the page' })).toBeVisible();
    expect(screen.queryByRole('group', { name: TITLE })).toBeNull();
  });

  it('is a mistake when it crashes, and is drawn again on Reload this panel', async () => {
    const user = userEvent.setup();
    const state = { broken: true };
    render(
      <LazyPart>
        <Fragile state={state} />
      </LazyPart>,
    );
    expect(await crashed()).toHaveTextContent('TypeError: rows is undefined');
    expect(screen.queryByRole('group', { name: 'Connection lost' })).toBeNull();
    state.broken = false;
    await user.click(await reload());
    expect(screen.getByText('Drawn')).toBeVisible();
  });
});

describe('a page that crashes', () => {
  function show(page: ReactNode) {
    const router = createMemoryRouter(['/page']);
    render(
      <AnnouncerProvider>
        <router.Router>
          <PageBoundary>
            <Suspense>
              <Routes>
                <Route path="page" element={page} />
                <Route path="start" element={<p>Start</p>} />
              </Routes>
            </Suspense>
          </PageBoundary>
        </router.Router>
      </AnnouncerProvider>,
    );
    return router;
  }

  it('is drawn again on Reload this panel', async () => {
    const user = userEvent.setup();
    const state = { broken: true };
    show(<Fragile state={state} />);
    expect(await screen.findByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    state.broken = false;
    await user.click(await reload());
    expect(await screen.findByText('Drawn')).toBeVisible();
  });

  it('is left behind at another address', async () => {
    const router = show(<Fragile state={{ broken: true }} />);
    await crashed();
    await act(() => router.navigate('/start'));
    expect(await screen.findByText('Start')).toBeVisible();
  });

  it('is a lost connection where its code cannot be fetched', async () => {
    const Lazy = lazy(async () => ({
      default: await pageCode<() => ReactNode>('/page', () =>
        Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
      ),
    }));
    show(<Lazy />);
    expect(await screen.findByRole('group', { name: 'Connection lost' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reconnect now' })).toBeVisible();
    expect(screen.queryByRole('group', { name: TITLE })).toBeNull();
  });
});

describe('a desk that crashes', () => {
  it('shows a panel that stands on nothing of the app, and begins anew', async () => {
    const user = userEvent.setup();
    const state = { broken: true };
    render(
      <RootBoundary>
        <Fragile state={state} />
      </RootBoundary>,
    );
    expect(await crashed()).toHaveTextContent('Runs go on at Emailgistics');
    state.broken = false;
    await user.click(await reload());
    expect(screen.getByText('Drawn')).toBeVisible();
  });

  it('says so in plain text where even the panel cannot be drawn', async () => {
    const user = userEvent.setup();
    const state = { broken: true };
    // A panel says when it was noticed, and nobody can tell the time.
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
      throw new RangeError('no clock');
    });
    render(
      <RootBoundary>
        <Fragile state={state} />
      </RootBoundary>,
    );
    clock.mockRestore();
    const words = screen.getByRole('alert');
    expect(words).toHaveTextContent('What it wrote down is kept');
    expect(words).toHaveTextContent('TypeError: rows is undefined');
    expect(screen.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    expect(words.querySelector('[class]')).toBeNull();
    state.broken = false;
    await user.click(await reload());
    expect(screen.getByText('Drawn')).toBeVisible();
  });
});
