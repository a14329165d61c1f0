// What this folder says to people: units, times, and the few words that its parts have of their own.

/** The language of this catalogue (BCP 47), and the locale that it is usually read in. */
export const language = 'en';
export const usualLocale = 'en-GB';

/** Whether a noun after this number stands in the singular. */
export const isOne = (count: number): boolean => count === 1;

/** One byte, several, and the larger units in order. */
export const byteUnits: readonly [string, string, ...string[]] = ['byte', 'bytes', 'kB', 'MB', 'GB', 'TB'];

export const utc = 'UTC';
export const zoneOf = (place: string) => `${place} time`;
export const today = (clock: string) => `today ${clock}`;
export const yesterday = (clock: string) => `yesterday ${clock}`;
export const tomorrow = (clock: string) => `tomorrow ${clock}`;
export const fromTo = (first: string, last: string) => `${first} to ${last}`;

export const justNow = 'just now';
export const ahead = (span: string) => `in ${span}`;
export const ago = (span: string) => `${span} ago`;
export const seconds = (count: number) => `${count} s`;
export const minutes = (count: number | string) => `${count} min`;
export const hours = (count: number) => `${count} h`;
export const days = (count: number) => (isOne(count) ? '1 day' : `${count} days`);
export const lessThanAMinute = 'less than a minute';
export const about = (span: string) => `about ${span}`;
export const aboutFromTo = (least: string, most: string) => `about ${least} to ${most}`;

export const pageTitle = (page: string) => `${page} · Report Desk`;
export const details = 'Details';
export const progressNotKnown = 'Progress not known';
export const themeSystem = 'Theme: as the system';
export const themeLight = 'Theme: light';
export const themeDark = 'Theme: dark';
