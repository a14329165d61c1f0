// On whose clock the times of cards, lists and panels are told: the viewer's, the mailbox's, or UTC. Ranges and results are the mailbox's
// whatever is chosen here.
import { createContext, use } from 'react';
import { createRemembered, useRemembered } from './remembered.ts';
import { viewerZone, zoneLabel } from './time-format.ts';

export const SHOWN_ZONES = ['mine', 'mailbox', 'utc'] as const;
export type ShownZone = (typeof SHOWN_ZONES)[number];

export const zoneChoice = createRemembered<ShownZone>({
  key: 'desk-zone',
  read: (text) => SHOWN_ZONES.find((zone) => zone === text) ?? 'mine',
  write: (zone) => zone,
});

/** IANA name of the zone of a time that has to do with a mailbox in `mailboxZone`, or with none. */
export function shownZone(mailboxZone?: string): string {
  const chosen = zoneChoice.get();
  if (chosen === 'utc') return 'UTC';
  return chosen === 'mailbox' && mailboxZone !== undefined ? mailboxZone : viewerZone();
}

/** The zone of the mailbox that everything inside has to do with. */
export const MailboxZoneContext = createContext<string | undefined>(undefined);

/** The zone for times of a component, which is shown again when another is chosen. */
export function useShownZone(): string {
  useRemembered(zoneChoice);
  return shownZone(use(MailboxZoneContext));
}

/** " UTC" or " Toronto time" where a time without it would be taken for the viewer's own. */
export function zoneSuffix(zone: string): string {
  return zone === viewerZone() ? '' : ` ${zoneLabel(zone)}`;
}
