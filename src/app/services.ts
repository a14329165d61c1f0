// Puts the desk together from what it stands on. The one composition: main.tsx gives it the browser, tests give it their own.
import type { QueryClient } from '@tanstack/react-query';
import { createApiClient } from '#src/client/api-client.ts';
import type { ApiClientOptions } from '#src/client/api-client.ts';
import { createDeskClock } from '#src/client/desk-clock.ts';
import { createQueryClient } from '#src/client/query-client.ts';
import { createConfigSource } from '#src/connection/config-source.ts';
import { createDeskStatus } from '#src/connection/desk-status.ts';
import { watchMailboxLists } from '#src/connection/mailbox-lists.ts';
import { refreshPace } from '#src/connection/refresh-pace.ts';
import { watchSignIn } from '#src/connection/sign-in.ts';
import { createDesk } from '#src/runs/desk.ts';
import type { Desk } from '#src/runs/desk.ts';
import type { RunEnvironment } from '#src/runs/environment.ts';
import { createRecordList } from '#src/records/record-list.ts';
import type { RunStore } from '#src/records/store.ts';
import { createClock } from '#src/ui/clock.ts';
import type { TickingClock } from '#src/ui/clock.ts';
import { createNoticesChoice } from './notices-choice.ts';
import type { Notices, NotificationClass } from './notices-context.ts';
import { createRunNotices } from './run-notices.ts';

type Given = Pick<
  RunEnvironment,
  'lock' | 'visibility' | 'random' | 'uuid' | 'sleep' | 'online' | 'onOnline' | 'onResume' | 'saving'
> & {
  readonly store: RunStore;
  readonly localNow: () => number;
  /** The browser's notifications, absent or null where it has none. */
  readonly notification?: NotificationClass | null;
} & Pick<ApiClientOptions, 'fetch' | 'base'>;

/** What the app's providers hand out. */
export type Services = {
  readonly desk: Desk;
  readonly queryClient: QueryClient;
  /** Desk time for components. */
  readonly clock: TickingClock;
  readonly notices: Notices;
  /** Begins to send and to follow. */
  start(): Promise<void>;
  stop(): void;
};

export function createServices({
  localNow,
  store,
  fetch,
  base,
  notification = null,
  ...given
}: Given): Services {
  const clock = createDeskClock(localNow);
  const client = createApiClient({ clock, ...(fetch && { fetch }), ...(base !== undefined && { base }) });
  const queryClient = createQueryClient({ random: given.random });
  const status = createDeskStatus();
  const unwatch = [watchSignIn(queryClient, status), watchMailboxLists(queryClient, { clock, status })];
  const desk = createDesk({
    ...given,
    client,
    queryClient,
    clock,
    store,
    records: createRecordList(store),
    status,
    config: createConfigSource(queryClient, client),
    pace: refreshPace,
  });
  const runs = createRunNotices(desk.environment);
  const shownClock = createClock(() => clock.now());
  const unsubscribe = clock.subscribe(() => shownClock.tick());
  return {
    desk,
    queryClient,
    clock: shownClock,
    notices: { runs, choice: createNoticesChoice(), system: notification },
    start: () => desk.start(),
    stop() {
      unsubscribe();
      for (const end of unwatch) end();
      runs.stop();
      desk.stop();
      queryClient.clear();
      store.close();
    },
  };
}
