// Writes down what one press launches, once for each press, and goes to the board.
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useDesk } from '#src/runs/desk-context.tsx';
import { fingerprintOf } from '#src/records/fingerprint.ts';
import type { RunRecord } from '#src/records/record.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { sentBy } from './batch-plan.ts';
import type { PlannedLaunch } from './batch-plan.ts';
import type { ReadyLaunch } from './build-request.ts';
import * as words from './notice-words.tsx';

export type Launching = {
  /** `source` is the record that the form was filled from. */
  readonly launch: (plan: readonly PlannedLaunch[], source: RunRecord | null) => void;
  readonly busy: boolean;
  /** Where not all of it could be written down: how much was, and is sent. */
  readonly failed: { readonly written: number; readonly of: number } | null;
  /** Whether this form has written the record: what it launches itself is no duplicate. */
  readonly isOwn: (id: string) => boolean;
};

export function useLaunch(): Launching {
  const desk = useDesk();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Launching['failed']>(null);
  // Two presses can come before the first is rendered. After a success the guard stays shut: this form has done its work.
  const pressed = useRef(false);
  const ids = useMemo(() => createIds(desk.environment.uuid), [desk]);

  async function write(plan: readonly PlannedLaunch[], source: RunRecord | null) {
    const now = desk.environment.clock.now();
    const batch = plan.length > 1 ? { batch: ids.of('batch') } : {};
    let written = 0;
    const put = async (launch: ReadyLaunch, comparedWith: string | null) => {
      const { request, key, mailbox } = launch;
      const repeats = source !== null && source.fingerprint === fingerprintOf(request);
      await desk.launch(request, {
        ...batch,
        id: ids.of(nameOf(launch)),
        now,
        keyId: key.id,
        keyLabel: key.label,
        mailbox: { name: mailbox.mailboxName, timeZone: mailbox.timeZone },
        ...(repeats ? { rerunOf: source.id } : {}),
        ...(comparedWith === null ? {} : { comparedWith }),
      });
      written += 1;
    };
    try {
      for (const { launch, companion, present } of plan) {
        const before = companion?.kind === 'ready' && present === null ? companion.launch : null;
        await put(launch, before === null ? (present?.id ?? null) : ids.of(nameOf(before)));
        if (before !== null) await put(before, ids.of(nameOf(launch)));
      }
    } catch {
      pressed.current = false;
      setBusy(false);
      setFailed({ written, of: sentBy(plan).length });
      announce(`${words.notWritten}. ${written === 0 ? words.nothingSentOrLost : words.nothingLost}`);
      return;
    }
    await navigate('/');
  }

  return {
    launch(plan, source) {
      if (pressed.current) return;
      pressed.current = true;
      setBusy(true);
      setFailed(null);
      void write(plan, source);
    },
    busy,
    failed,
    isOwn: ids.has,
  };
}

function nameOf({ request, key }: ReadyLaunch): string {
  return `${key.id} ${fingerprintOf(request)}`;
}

/** Record ids by what they are for: what was written before a fault is left as it is when the press is repeated. */
function createIds(uuid: () => string) {
  const byName = new Map<string, string>();
  return {
    of(name: string): string {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const made = uuid();
      byName.set(name, made);
      return made;
    },
    has: (id: string) => [...byName.values()].includes(id),
  };
}
