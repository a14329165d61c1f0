// What this folder says to people, in French.

export const language = 'fr';
export const usualLocale = 'fr-FR';

export const isOne = (count: number): boolean => Math.abs(count) < 2;

export const byteUnits: readonly [string, string, ...string[]] = ['octet', 'octets', 'ko', 'Mo', 'Go', 'To'];

export const utc = 'UTC';
/** « de » loses its vowel before another: heure d’Auckland. */
export const zoneOf = (place: string) =>
  `heure ${/^[aeiouyàâéèêëîïôöùûüœæ]/i.test(place) ? 'd’' : 'de '}${place}`;
export const today = (clock: string) => `aujourd’hui ${clock}`;
export const yesterday = (clock: string) => `hier ${clock}`;
export const tomorrow = (clock: string) => `demain ${clock}`;
export const fromTo = (first: string, last: string) => `${first} au ${last}`;

export const justNow = 'à l’instant';
export const ahead = (span: string) => `dans ${span}`;
export const ago = (span: string) => `il y a ${span}`;
export const seconds = (count: number) => `${count}\u00a0s`;
export const minutes = (count: number | string) => `${count}\u00a0min`;
export const hours = (count: number) => `${count}\u00a0h`;
export const days = (count: number) => (isOne(count) ? `${count}\u00a0jour` : `${count}\u00a0jours`);
export const lessThanAMinute = 'moins d’une minute';
export const about = (span: string) => `environ ${span}`;
export const aboutFromTo = (least: string, most: string) => `environ ${least} à ${most}`;

export const pageTitle = (page: string) => `${page} · Report Desk`;
export const details = 'Détails';
export const progressNotKnown = 'Avancement inconnu';
export const themeSystem = 'Thème\u00a0: comme le système';
export const themeLight = 'Thème\u00a0: clair';
export const themeDark = 'Thème\u00a0: sombre';
