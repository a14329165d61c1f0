// Texts and times that the specimens share.

/** Longer than any name that comes up, with a word that cannot be broken at a space. */
export const LONG =
  'Customer.Experience.And.Communication.Shared.Mailbox.For.The.Whole.Of.Europe@subsidiary.example.com and others';

/** The page's time stands still, so that it looks alike whenever it is opened: 23 November 2026, 14:02 in Toronto. */
export const PARTS_NOW = Date.parse('2026-11-23T19:02:00Z');

export const ZONE = 'America/Toronto';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const SOON = PARTS_NOW + 42_000;
export const RECENT = PARTS_NOW - 4 * MINUTE_MS;
export const YESTERDAY = PARTS_NOW - 21 * HOUR_MS;
