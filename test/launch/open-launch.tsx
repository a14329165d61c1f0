// The launch page alone, with the real client, and the real gateway and sandbox as functions behind it. Its clock stands still.
import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { vi } from 'vitest';
import { createServices } from '#src/app/services.ts';
import { BudgetDialogContext } from '#src/connection/budget-dialog.ts';
import { KeyDialogsContext } from '#src/connection/key-dialogs.ts';
import { createGateway } from '#src/gateway/gateway.ts';
import { LaunchPage } from '#src/launch/launch-page.tsx';
import { DeskContext } from '#src/runs/desk-context.tsx';
import { createLocalLock } from '#src/runs/launch-lock.ts';
import { createMemoryStore } from '#src/records/memory-store.ts';
import type { RunRecord } from '#src/records/record.ts';
import type { RunStore } from '#src/records/store.ts';
import { createSandbox } from '#src/sandbox/sandbox.ts';
import { AnnouncerProvider } from '#src/ui/announcer.tsx';
import { ClockContext } from '#src/ui/now.tsx';
import { sameOriginFetch } from '#test/support/same-origin.ts';
import { createMemoryRouter } from '#test/support/memory-router.tsx';

// The page is long, and many test files share the processor.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

const ORIGIN = 'http://desk.test';
/** Wednesday, 16 September 2026, 10:00 in Toronto. */
export const NOW = Date.parse('2026-09-16T14:00:00Z');

export type LaunchDesk = Awaited<ReturnType<typeof openLaunch>>;

export type LaunchDeskOptions = {
  /** Path and query to open. */
  path?: string;
  /** Labels of the keys that are loaded; all when left out. */
  keys?: readonly string[];
  records?: readonly RunRecord[];
  /** Changes the store, for storage that fails. */
  store?: (store: RunStore) => RunStore;
  /** Answers a request in the gateway's place, or leaves it to the gateway with null. */
  intercept?: (target: string, init: RequestInit) => Promise<Response> | Response | null;
  /** Label of the loaded key that the key dialogs are answered with; left without a key when left out. */
  keyAnswer?: string;
};

export async function openLaunch(options: LaunchDeskOptions = {}) {
  const sandbox = createSandbox({ now: () => NOW });
  const wanted = options.keys ?? sandbox.keys.map(({ label }) => label);
  const gateway = createGateway({
    upstream: sandbox,
    sandbox,
    origins: [ORIGIN],
    keys: sandbox.keys
      .filter(({ label }) => wanted.includes(label))
      .map((key) => ({ ...key, source: 'sandbox' as const })),
  });
  const fetch = sameOriginFetch(gateway, ORIGIN);
  const memory = createMemoryStore();
  for (const record of options.records ?? []) await memory.add(record);
  let uuids = 0;
  const services = createServices({
    store: options.store?.(memory) ?? memory,
    async fetch(target, init) {
      const intercepted = await options.intercept?.(target, init);
      if (intercepted !== undefined && intercepted !== null) return intercepted;
      return fetch(target, init);
    },
    localNow: () => NOW,
    lock: createLocalLock(),
    visibility: { visible: () => true, subscribe: () => () => undefined },
    random: () => 0,
    uuid: () => `00000000-0000-4000-8000-${String(++uuids).padStart(12, '0')}`,
    sleep: () => Promise.resolve(),
    online: () => true,
  });
  await services.desk.environment.records.loaded;
  const asked: unknown[][] = [];
  const router = createMemoryRouter(['/', options.path ?? '/launch']);
  const view = render(
    <QueryClientProvider client={services.queryClient}>
      <ClockContext value={services.clock}>
        <DeskContext value={services.desk}>
          <KeyDialogsContext
            value={{
              open: (...question) => {
                asked.push(question);
                const loaded = services.desk.environment.config.current()?.keys ?? [];
                return Promise.resolve(loaded.find(({ label }) => label === options.keyAnswer) ?? null);
              },
            }}
          >
            <BudgetDialogContext value={() => undefined}>
              <AnnouncerProvider>
                <router.Router>
                  <Routes>
                    <Route path="launch" element={<LaunchPage />} />
                    <Route path="*" element={<h1>Elsewhere</h1>} />
                  </Routes>
                </router.Router>
              </AnnouncerProvider>
            </BudgetDialogContext>
          </KeyDialogsContext>
        </DeskContext>
      </ClockContext>
    </QueryClientProvider>,
  );
  return {
    sandbox,
    services,
    router,
    view,
    /** What the key dialogs were asked for. */
    asked,
    records: () => memory.all(),
    user: userEvent.setup({ delay: null }),
  };
}
