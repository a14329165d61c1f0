// Hands out the notices, and counts in the page's title what ended while nobody looked.
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { TitleBadgeContext } from '#src/ui/page-title.tsx';
import { NoticesContext } from './notices-context.ts';
import type { Notices } from './notices-context.ts';

export function NoticesProvider({ notices, children }: { notices: Notices; children: ReactNode }) {
  const unseen = useSyncExternalStore(notices.runs.subscribe, notices.runs.unseen);
  return (
    <NoticesContext value={notices}>
      <TitleBadgeContext value={unseen}>{children}</TitleBadgeContext>
    </NoticesContext>
  );
}
