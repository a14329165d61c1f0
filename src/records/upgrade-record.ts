// Records as earlier versions of the desk wrote them, brought to the present form. Nothing is lost on the way.
import { RECORD_VERSION } from './record.ts';
import type { RunRecord } from './record.ts';

/** What records had no place for before, as version 1 is read. */
const ADDED = {
  origin: 'here',
  tookMs: null,
  slower: false,
  confirmed: false,
  batch: null,
  comparedWith: null,
  ignored: [],
} as const satisfies Partial<RunRecord>;

/**
 * The record in the present form. One of a newer version of the desk stays as it is, and so does every field that this version
 * does not know.
 */
export function upgradeRecord(stored: { readonly version: number }): RunRecord {
  const upgraded =
    stored.version < RECORD_VERSION ? { ...ADDED, ...stored, version: RECORD_VERSION } : stored;
  return upgraded as RunRecord;
}
