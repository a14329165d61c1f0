// Asks the browser whether it will show notifications, only ever at the press of a button.
import { useState, useSyncExternalStore } from 'react';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { useNotices } from './notices-context.ts';
import type { NotificationClass } from './notices-context.ts';

/** What is said where the browser has said no: it does not ask again, and pages cannot make it. */
export const DENIED =
  'Your browser does not show notifications of this desk. To change that, allow them in its settings for this site, beside the address.';

export type NoticesPermission = {
  readonly permission: NotificationPermission;
  /** Allowed by the browser, and wanted. */
  readonly on: boolean;
  readonly asking: boolean;
  /** Asks where the browser has not been asked. Resolves with whether notifications are on now. */
  turnOn: () => Promise<boolean>;
  turnOff: () => void;
};

export function useNoticesPermission(system: NotificationClass): NoticesPermission {
  const { choice } = useNotices();
  const announce = useAnnounce();
  const chosen = useSyncExternalStore(choice.subscribe, choice.get);
  const [asking, setAsking] = useState(false);

  async function ask(): Promise<NotificationPermission> {
    setAsking(true);
    try {
      return await system.requestPermission();
    } catch {
      return system.permission;
    } finally {
      setAsking(false);
    }
  }

  return {
    permission: system.permission,
    on: chosen === 'yes' && system.permission === 'granted',
    asking,
    async turnOn() {
      const permission = system.permission === 'default' ? await ask() : system.permission;
      if (permission === 'granted') {
        choice.set('yes');
        announce('You are told when a run ends. This can be turned off on the Preferences page.');
      }
      if (permission === 'denied') announce(DENIED);
      return permission === 'granted';
    },
    turnOff() {
      choice.set('no');
    },
  };
}
