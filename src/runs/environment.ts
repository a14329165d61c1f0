// What the moving parts of this folder stand on. Time, chance, storage and the network are arguments; main.tsx passes the real ones.
import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#src/client/api-client.ts';
import type { DeskClock } from '#src/client/desk-clock.ts';
import type { ConfigSource } from '#src/connection/config-source.ts';
import type { DeskStatus } from '#src/connection/desk-status.ts';
import type { RefreshPace } from '#src/connection/refresh-pace.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { LaunchLock } from './launch-lock.ts';
import type { RecordList } from '#src/records/record-list.ts';
import type { Saving } from '#src/records/saved-store.ts';
import type { RunStore } from '#src/records/store.ts';
import type { Remembered } from '#src/ui/remembered.ts';

/** Whether anybody looks at this tab. */
type Visibility = { visible(): boolean; subscribe(listener: () => void): () => void };

/** See the top of this file. */
export type RunEnvironment = {
  readonly client: ApiClient;
  readonly queryClient: QueryClient;
  readonly clock: DeskClock;
  readonly store: RunStore;
  readonly records: RecordList;
  readonly status: DeskStatus;
  readonly lock: LaunchLock;
  readonly visibility: Visibility;
  readonly random: () => number;
  /** A new UUID. */
  readonly uuid: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  /** Whether the browser believes itself online. */
  readonly online: () => boolean;
  /** Calls `listener` whenever the browser comes back online. Returns how to stop. */
  readonly onOnline?: ((listener: () => void) => () => void) | undefined;
  /** Calls `listener` whenever the page goes on after it was frozen or kept for Back. Returns how to stop. */
  readonly onResume?: ((listener: () => void) => () => void) | undefined;
  /** How often the operator wants to hear of runs; as planned where it is left out. */
  readonly pace?: Remembered<RefreshPace> | undefined;
  /** Whether records outlive the tab; left out where they are meant not to. */
  readonly saving?: Saving | undefined;
  readonly config: ConfigSource;
};

/** Ids of the keys that the gateway holds. */
export function loadedKeys({ config }: Pick<RunEnvironment, 'config'>): LoadedKeys {
  return new Set(config.current()?.keys.map((key) => key.id));
}
