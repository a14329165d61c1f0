// Asks the browser whether it will show notifications, only ever at the press of a button.
import { useState, useSyncExternalStore } from 'react';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { useNotices } from './notices-context.ts';
import type { NotificationClass } from './notices-context.ts';
import * as words from './notices-words.ts';

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
        announce(words.youAreTold);
      }
      if (permission === 'denied') announce(words.denied);
      return permission === 'granted';
    },
    turnOff() {
      choice.set('no');
    },
  };
}
