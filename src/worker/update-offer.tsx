// Keeps the desk openable without a connection, and offers a newer build when there is one. Nobody is made to take it.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useDesk, useLiveValue } from '#src/runs/desk-context.tsx';
import { isSendingHere } from '#src/runs/queue.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import floating from '#src/ui/floating-bar.module.css';
import { followShell } from './follow-shell.ts';
import type { ShellFollower } from './follow-shell.ts';
import { shellScript } from './script-address.ts';
import * as words from './words.ts';

/** Of the announcement, which is made once. */
const READY = 'new-version';

/** One a page: it goes on when the part that shows it is replaced. */
let following: ShellFollower | null = null;

/** Null where the browser has no workers, as on plain http, or the page was not built. */
function follow(isVisible: () => boolean): ShellFollower | null {
  if (following !== null) return following;
  const version = document.querySelector<HTMLMetaElement>('meta[name="desk-build"]')?.content;
  // Not there on plain http, whatever the types say.
  if (version === undefined || !('serviceWorker' in navigator)) return null;
  following = followShell({
    script: shellScript(),
    version,
    isVisible,
    reload: () => {
      window.location.reload();
    },
  });
  return following;
}

export function UpdateOffer() {
  const { visibility } = useDesk().environment;
  const [shell] = useState(() => follow(() => visibility.visible()));
  useEffect(
    () =>
      visibility.subscribe(() => {
        if (visibility.visible()) void shell?.look();
      }),
    [shell, visibility],
  );
  return shell === null ? null : <Offer shell={shell} />;
}

function Offer({ shell }: { shell: ShellFollower }) {
  const newer = useSyncExternalStore(shell.subscribe, shell.isNewer);
  const [later, setLater] = useState(false);
  const sending = useLiveValue((records) => records.some(isSendingHere));
  const announce = useAnnounce();
  useEffect(() => {
    if (newer) announce(words.versionReadyNews, { id: READY });
  }, [announce, newer]);
  if (!newer || later) return null;
  return (
    <section aria-label={words.newVersion} className={classNames(floating['bar'], floating['corner'])}>
      <p>{words.versionReady}</p>
      <Button
        size="small"
        disabledReason={sending ? words.launchIsBeingSent : undefined}
        onClick={() => {
          shell.take();
        }}
      >
        {words.reloadNow}
      </Button>
      <Button
        size="small"
        variant="quiet"
        icon="close"
        iconOnly
        onClick={() => {
          setLater(true);
          document.getElementById('main')?.focus({ preventScroll: true });
        }}
      >
        {words.later}
      </Button>
    </section>
  );
}
