// How long copies are kept, and which reports the desk saves by itself.
import * as z from 'zod/mini';
import { REPORTS } from '#src/contract/reports.ts';
import type { ReportId } from '#src/contract/reports.ts';
import { tolerantArray } from '#src/contract/tolerant-array.ts';
import { createRemembered } from '#src/ui/remembered.ts';

/** Days that a copy may be kept; `ever` = until it is removed. */
export const KEPT_DAYS = ['30', '90', '365', 'ever'] as const;
/** See {@link KEPT_DAYS}. */
export type KeptDays = (typeof KEPT_DAYS)[number];

/** Lists of messages tell of people: those are saved by hand only. */
export const AUTOMATIC_REPORTS: readonly ReportId[] = REPORTS.filter(
  ({ family }) => family !== 'messages',
).map(({ id }) => id);

const settingsSchema = z.object({
  kept: z.catch(z.enum(KEPT_DAYS), 'ever'),
  /** Reports whose results are saved without being asked. */
  automatic: z.catch(tolerantArray(z.enum(AUTOMATIC_REPORTS)), []),
});
/** See the top of this file. */
export type CopySettings = z.infer<typeof settingsSchema>;

/** This browser's. */
export const copySettings = createRemembered<CopySettings>({
  key: 'desk-copies',
  read: (text) => z.parse(settingsSchema, JSON.parse(text ?? '{}')),
});

const DAY_MS = 24 * 3_600_000;

/** Saved before this (epoch ms) a copy is removed; `-Infinity` where none is. */
export function keptSince({ kept }: CopySettings, now: number): number {
  return kept === 'ever' ? -Infinity : now - Number(kept) * DAY_MS;
}
