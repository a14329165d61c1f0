// Writes a launch down, once for each press, and goes to the board.
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useDesk } from '#src/runs/desk-context.tsx';
import { fingerprintOf } from '#src/records/fingerprint.ts';
import type { RunRecord } from '#src/records/record.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import type { ReadyLaunch } from './build-request.ts';

export type Launching = {
  /** `source` is the record that the form was filled from. */
  readonly launch: (built: ReadyLaunch, source: RunRecord | null) => void;
  readonly busy: boolean;
  /** The record could not be written, so nothing was sent. */
  readonly failed: boolean;
};

/** Title of what is shown, and said, where the record could not be written. */
export const NOT_WRITTEN = 'Launch not written down';

export function useLaunch(): Launching {
  const desk = useDesk();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  // Two presses can come before the first is rendered. After a success the guard stays shut: this form has done its work.
  const pressed = useRef(false);

  async function write({ request, key, mailbox }: ReadyLaunch, source: RunRecord | null) {
    try {
      const repeats = source !== null && source.fingerprint === fingerprintOf(request);
      await desk.launch(request, {
        keyId: key.id,
        keyLabel: key.label,
        mailbox: { name: mailbox.mailboxName, timeZone: mailbox.timeZone },
        ...(repeats ? { rerunOf: source.id } : {}),
      });
    } catch {
      pressed.current = false;
      setState('failed');
      announce(`${NOT_WRITTEN}. Nothing was sent, and nothing entered was lost.`);
      return;
    }
    await navigate('/');
  }

  return {
    launch(built, source) {
      if (pressed.current) return;
      pressed.current = true;
      setState('busy');
      void write(built, source);
    },
    busy: state === 'busy',
    failed: state === 'failed',
  };
}
