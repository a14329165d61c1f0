// The whole desk in one process: the rendered app, the real client, and the real gateway and sandbox as functions. Time stands
// still except where a story lets it pass.
import { act, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, vi } from 'vitest';
import { App } from '#src/app/app.tsx';
import { Pages } from '#src/app/routes.tsx';
import type { NotificationClass } from '#src/app/notices-context.ts';
import { createServices } from '#src/app/services.ts';
import { createGateway } from '#src/gateway/gateway.ts';
import { createCopies } from '#src/copies/copies.ts';
import { CopiesContext } from '#src/copies/copies-context.tsx';
import { createMemoryCopies } from '#src/copies/memory-copies.ts';
import { createLocalLock } from '#src/runs/launch-lock.ts';
import { createMemoryStore } from '#src/records/memory-store.ts';
import type { RunStore } from '#src/records/store.ts';
import { createSandbox } from '#src/sandbox/sandbox.ts';
import type { SandboxLogEntry } from '#src/sandbox/sandbox.ts';
import { createDensityStore, createThemeStore } from '#src/ui/theme.ts';
import { createMemoryRouter } from './memory-router.tsx';
import { sameOriginFetch } from './same-origin.ts';

// A story looks many times before it sees: an error that prints the whole page each time would cost more than the story.
configure({ getElementError: (message) => new Error(message ?? 'not found') });

const ORIGIN = 'http://desk.test';
/** A Wednesday, far from midnight and from any change of clocks. */
export const STORY_START = Date.parse('2026-09-16T14:00:00Z');

/** How much fake time `see` lets pass between two looks: little at first, then more, some ten minutes in all. */
const SEE_STEPS_MS = [
  ...Array<number>(100).fill(5),
  ...Array<number>(100).fill(500),
  ...Array<number>(60).fill(10_000),
];

/** Code of a page comes from the disk, and is translated when it is first asked for. Real time. */
const CODE_WITHIN_MS = 15_000;

/** The part of the world that outlives a reload: API, gateway, and the browser's storage. */
export function createWorld() {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: STORY_START,
  });
  // Testing Library waits for a timer after each of the user's acts, and looks for Jest to move a clock that is not the real one.
  vi.stubGlobal('jest', { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) });
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  // jsdom has no layout to scroll.
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  const sandbox = createSandbox({ now: () => Date.now(), sleep: fakeSleep });
  const gateway = createGateway({
    upstream: sandbox,
    sandbox,
    origins: [ORIGIN],
    keys: sandbox.keys.map((key) => ({ ...key, source: 'sandbox' as const })),
  });
  /** What stands between browser and gateway; a story may cut it. */
  const network = { fetch: sameOriginFetch(gateway, ORIGIN) };
  return { sandbox, network, store: createMemoryStore() as RunStore, copies: createMemoryCopies() };
}

export type World = ReturnType<typeof createWorld>;

function fakeSleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

type DeskOptions = { readonly notification?: NotificationClass | null };

/** Opens the desk at `path`, as one tab. `close` is a reload's first half: the world goes on without it. */
export function openDesk(world: World, path = '/', { notification = null }: DeskOptions = {}) {
  const lookers = new Set<() => void>();
  let visible = true;
  let uuids = 0;
  const tab = Math.trunc(Date.now() % 1e9);
  const store: RunStore = { ...world.store, close: () => undefined };
  const services = createServices({
    store,
    fetch: (target, init) => world.network.fetch(target, init),
    localNow: () => Date.now(),
    lock: createLocalLock(),
    visibility: {
      visible: () => visible,
      subscribe(listener) {
        lookers.add(listener);
        return () => lookers.delete(listener);
      },
    },
    notification,
    random: () => 0.5,
    uuid: () => `00000000-0000-4000-8000-${String(tab).padStart(9, '0')}${String(++uuids).padStart(3, '0')}`,
    sleep: (ms) => fakeSleep(ms),
    online: () => true,
  });
  const router = createMemoryRouter([path]);
  const view = render(
    <CopiesContext value={createCopies(async () => world.copies)}>
      <App services={services} theme={createThemeStore()} density={createDensityStore()}>
        <router.Router>
          <Pages />
        </router.Router>
      </App>
    </CopiesContext>,
  );
  void services.start();
  return {
    services,
    router,
    /** Puts the tab to the back, or to the front again. */
    setVisible(next: boolean) {
      act(() => {
        visible = next;
        for (const looker of lookers) looker();
      });
    },
    user: userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) }),
    close() {
      view.unmount();
      services.stop();
    },
  };
}

/** Lets `ms` of time pass, with everything that happens in it. */
export async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

/** Lets as little time pass as `find` needs to stop throwing, and gives what it finds. */
export async function see<Found>(find: () => Found): Promise<Found> {
  for (const stepMs of SEE_STEPS_MS) {
    try {
      return find();
    } catch {
      await act(async () => {
        // Code of lazy pages arrives in real time, everything else in fake time.
        await new Promise((resolve) => setImmediate(resolve));
        await vi.advanceTimersByTimeAsync(stepMs);
      });
    }
  }
  // On a busy machine code may take longer than all of these steps.
  const patience = performance.now() + CODE_WITHIN_MS;
  while (performance.now() < patience) {
    try {
      return find();
    } catch {
      await act(async () => {
        await new Promise((resolve) => setImmediate(resolve));
        await vi.advanceTimersByTimeAsync(0);
      });
    }
  }
  return find();
}

/** Goes to an address of the desk, and waits for its page: until its code is there, which takes real time, the page before it stays. */
export async function goTo(desk: Pick<ReturnType<typeof openDesk>, 'router'>, path: string): Promise<void> {
  const [wanted = path] = path.split('?');
  await act(() => desk.router.navigate(path));
  const patience = performance.now() + CODE_WITHIN_MS;
  while (desk.router.state.location.pathname !== wanted && performance.now() < patience) {
    await act(() => new Promise((resolve) => setImmediate(resolve)));
  }
  expect(desk.router.state.location.pathname).toBe(wanted);
}

/** What was launched upstream. */
export function launches(world: World): readonly SandboxLogEntry[] {
  return world.sandbox.log.filter((entry) => entry.method === 'POST');
}

/** Fills the form by mailbox and presses the button. */
export async function launchReport(
  desk: ReturnType<typeof openDesk>,
  mailbox: string,
  options: { key?: string; report?: string } = {},
): Promise<void> {
  await goTo(desk, '/launch');
  if (options.key !== undefined) {
    await desk.user.selectOptions(
      await see(() => screen.getByLabelText('Key')),
      screen.getByRole('option', { name: options.key }),
    );
  }
  if (options.report !== undefined) {
    await desk.user.selectOptions(
      await see(() => screen.getByLabelText('Report')),
      screen.getByRole('option', { name: options.report }),
    );
  }
  const select = await see(() => {
    const found = screen.getByLabelText('Mailbox');
    expect(found.querySelectorAll('option').length).toBeGreaterThan(1);
    return found;
  });
  await desk.user.selectOptions(select, screen.getByRole('option', { name: new RegExp(`^${mailbox}`) }));
  await desk.user.click(screen.getByRole('button', { name: 'Launch report' }));
}
