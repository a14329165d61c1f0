// Says things to screen readers: one polite and one assertive live region, each message once.
import { createContext, use, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

export type Announce = (
  message: string,
  options?: {
    /** Interrupts what is being read. Only for lost work. */
    assertive?: boolean;
    /** A message with an id that was announced before is not announced again. */
    id?: string;
  },
) => void;

type Spoken = { key: number; message: string };
type Scope = { announce: Announce; memory: Memory };

/** Which ids were announced, shared by nested providers. */
type Memory = { isNew: (id: string) => boolean; nextKey: () => number };

const AnnouncerContext = createContext<Scope | null>(null);

/** Enough for messages that come in one burst; older ones have been read. */
const KEPT_MESSAGES = 5;
const KEPT_IDS = 500;

function createMemory(): Memory {
  const seen = new Set<string>();
  let key = 0;
  return {
    isNew(id) {
      if (seen.has(id)) return false;
      seen.add(id);
      const [oldest] = seen;
      if (seen.size > KEPT_IDS && oldest !== undefined) seen.delete(oldest);
      return true;
    },
    nextKey() {
      key += 1;
      return key;
    },
  };
}

/** Live regions outside an open dialog are not read, so a dialog brings regions of its own by nesting a provider. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const outer = use(AnnouncerContext);
  const [ownMemory] = useState(createMemory);
  const memory = outer?.memory ?? ownMemory;
  const [polite, setPolite] = useState<readonly Spoken[]>([]);
  const [assertive, setAssertive] = useState<readonly Spoken[]>([]);

  const scope = useMemo<Scope>(
    () => ({
      memory,
      announce(message, options) {
        if (options?.id !== undefined && !memory.isNew(options.id)) return;
        const spoken: Spoken = { key: memory.nextKey(), message };
        const add = (list: readonly Spoken[]) => [...list, spoken].slice(-KEPT_MESSAGES);
        if (options?.assertive === true) setAssertive(add);
        else setPolite(add);
      },
    }),
    [memory],
  );

  return (
    <AnnouncerContext value={scope}>
      {children}
      <LiveRegion level="polite" messages={polite} />
      <LiveRegion level="assertive" messages={assertive} />
    </AnnouncerContext>
  );
}

/** A stable function. Throws where there is no AnnouncerProvider above. */
export function useAnnounce(): Announce {
  const scope = use(AnnouncerContext);
  if (scope === null) throw new Error('useAnnounce needs an AnnouncerProvider above it.');
  return scope.announce;
}

/** Messages are added as new elements: the same words twice are then read twice, and none is read again. */
function LiveRegion({ level, messages }: { level: 'polite' | 'assertive'; messages: readonly Spoken[] }) {
  return (
    <div
      className="visually-hidden"
      role={level === 'polite' ? 'status' : 'alert'}
      aria-live={level}
      aria-atomic="false"
      aria-relevant="additions"
    >
      {messages.map(({ key, message }) => (
        <p key={key}>{message}</p>
      ))}
    </div>
  );
}
