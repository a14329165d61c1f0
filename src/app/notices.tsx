// Tells what is new about runs: in the live region, by the tab's icon, as a system notification where wanted, and the offer of those.
import { lazy, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { LazyPart } from '#src/failures/lazy-part.tsx';
import { isAwaited } from '#src/records/changes.ts';
import type { RunChange } from '#src/records/changes.ts';
import { useDesk, useRecords } from '#src/runs/desk-context.tsx';
import { STATE_LOOKS } from '#src/records/shown-state.ts';
import { runTitle } from '#src/records/describe-request.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { useNotices } from './notices-context.ts';
import type { NotificationClass } from './notices-context.ts';
import { isDeskInFront, standInFront } from './notices-front.ts';
import { useStateIcon } from './notices-icon.ts';
import { newsOf } from './notices-news.ts';
import { NoticesOffer } from './notices-offer.tsx';
import { showEnd } from './notices-system.ts';
import * as words from './notices-words.ts';

/** Who has waited so long may want to look elsewhere. */
const LONG_WAIT_MS = 10_000;

/** Long enough after the start that nothing of the page is still on its way. */
const SETTLED_MS = 4_000;

/** Keeps the app for times without a connection. Nor is that missed; the development server has nothing to keep. */
const UpdateOffer = lazy(async () => {
  const code = await import('#src/worker/update-offer.tsx').catch(() => null);
  return { default: code?.UpdateOffer ?? (() => null) };
});

/** Mounted once, in the frame of every page. */
export function Notices() {
  const { environment } = useDesk();
  const { runs, system, choice } = useNotices();
  const announce = useAnnounce();
  const navigate = useNavigate();
  useStateIcon();

  useEffect(() => {
    const say = (changes: readonly RunChange[]) => {
      const { message, id } = newsOf(changes, environment);
      announce(message, id === null ? {} : { id });
    };
    const notify = async (means: NotificationClass, change: RunChange) => {
      if (!(await isDeskInFront())) showEnd(means, change, (path) => void navigate(path));
    };
    return runs.listen((notice) => {
      if (notice.type === 'back') say(notice.changes);
      else if (notice.type === 'seen') {
        const { record, to } = notice.change;
        // The state's own word does where nothing has to be done.
        if (to === 'running' || to === 'done') {
          announce(words.newsOfRun(runTitle(record), STATE_LOOKS[to].word));
        } else say([notice.change]);
      } else if (system?.permission === 'granted' && choice.get() === 'yes') {
        notify(system, notice.change).catch(() => undefined);
      }
    });
  }, [announce, choice, environment, navigate, runs, system]);

  useEffect(() => standInFront(environment.visibility), [environment]);

  const longWait = useLongWait();
  const settled = useSettled();
  return (
    <LazyPart>
      {longWait && system !== null && <NoticesOffer system={system} />}
      {import.meta.env.PROD && settled && <UpdateOffer />}
    </LazyPart>
  );
}

function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}

/** Whether one run has been waited for for ten seconds, in this tab. */
function useLongWait(): boolean {
  const records = useRecords();
  const longest = useClockValue((now) => records.findLast((record) => isAwaited(record, now))?.id ?? null);
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (longest === null) return undefined;
    const timer = setTimeout(() => setLong(true), LONG_WAIT_MS);
    return () => clearTimeout(timer);
  }, [longest]);
  return long;
}
