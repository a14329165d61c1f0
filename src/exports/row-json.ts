// Rows as JSON text. Never throws: what no browser can write is said in its place, so that one odd field costs that field.
import type { ResultRow } from '#src/contract/envelope.ts';
import * as words from './words.ts';

/** `value` as JSON. */
export function valueJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return JSON.stringify(words.nestedTooDeep);
  }
}

/** A row as JSON, every field under the name that it came with. */
export function rowJson(row: ResultRow): string {
  try {
    return JSON.stringify(row);
  } catch {
    const fields = Object.entries(row).map(([name, value]) => `${JSON.stringify(name)}:${valueJson(value)}`);
    return `{${fields.join(',')}}`;
  }
}
