// What is said of when slots become free and when queued launches go, in French.
import { plural } from '#src/ui/number-format.ts';

export const within = (span: string) => `d’ici ${span}`;
export const ahead = (estimate: string) => `dans ${estimate}`;

export const placeInQueue = (position: number) =>
  position === 1 ? 'Premier dans la file d’attente.' : `${position}e dans la file d’attente.`;
export const sentWhenFree = (when: string) => `Sera envoyé quand un créneau sera libre, ${when}.`;
export const sentWhenFreeNotKnown = 'Sera envoyé quand un créneau sera libre. On ne sait pas encore quand.';

export const slots = (held: number, all: number) => `Créneaux\u00a0: ${held} sur ${all}`;
export const slotsFree = (held: number, all: number, free: number) =>
  `Créneaux\u00a0: ${held} sur ${all} · ${plural(free, 'libre', 'libres')}`;
export const slotsNextFree = (held: number, all: number, when: string) =>
  `Créneaux\u00a0: ${held} sur ${all} · prochain libre ${when}`;
export const slotsNextNotKnown = (held: number, all: number) =>
  `Créneaux\u00a0: ${held} sur ${all} · on ne sait pas quand le prochain sera libre`;
