// Enumerations of the API may grow without notice (contract.md section 11): unknown members are kept apart, never dropped.
import * as z from 'zod/mini';

/** What an enum value that this version does not know is read as. */
export const UNRECOGNISED = 'unrecognised';

/** Schema for a string enum that may grow: a known member passes, any other string reads as `'unrecognised'`. */
export function openEnum<const Members extends readonly [string, ...string[]]>(members: Members) {
  return z.pipe(
    z.string(),
    z.transform((value): Members[number] | typeof UNRECOGNISED =>
      members.includes(value) ? value : UNRECOGNISED,
    ),
  );
}
