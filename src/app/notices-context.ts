// What is told about runs, and by what means, for the parts that tell it.
import { createContext, use } from 'react';
import type { NoticesChoice } from './notices-choice.ts';
import type { RunNotices } from './run-notices.ts';

/** As much of the browser's `Notification` as is used here. */
export type NotificationClass = {
  readonly permission: NotificationPermission;
  requestPermission(): Promise<NotificationPermission>;
  new (
    title: string,
    options: { body: string; tag: string },
  ): { addEventListener(type: 'click', listener: () => void): void; close(): void };
};

export type Notices = {
  readonly runs: RunNotices;
  readonly choice: NoticesChoice;
  /** Null where the browser has none. */
  readonly system: NotificationClass | null;
};

export const NoticesContext = createContext<Notices | null>(null);

/** Throws outside of `NoticesContext`. */
export function useNotices(): Notices {
  const notices = use(NoticesContext);
  if (notices === null) throw new Error('useNotices needs a NoticesContext above it');
  return notices;
}
