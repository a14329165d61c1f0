// How the operator wants the numbers of a column shown, for each report and field. Remembered where the browser allows it, else for
// this visit: names say little about units, and whoever reads a report every week knows.
import { distinct } from './columns.ts';
import { labelOf } from './column-labels.ts';
import type { ColumnUnit } from './column-units.ts';
import type { ResultColumn } from './columns.ts';

export const COLUMN_FORMATS = [
  { value: 'number', label: 'Number' },
  { value: 'seconds', label: 'Time in seconds' },
  { value: 'minutes', label: 'Time in minutes' },
  { value: 'percent', label: 'Percent (62 is 62 %)' },
  { value: 'share', label: 'Share (0.62 is 62 %)' },
] as const satisfies readonly { value: ColumnUnit | 'number'; label: string }[];
export type ColumnFormat = (typeof COLUMN_FORMATS)[number]['value'];

/** By field. */
export type ColumnFormats = ReadonlyMap<string, ColumnFormat>;

/** `columns` in the formats chosen for them; the same array where none is. Only numbers have formats. */
export function withFormats(
  columns: readonly ResultColumn[],
  formats: ColumnFormats,
): readonly ResultColumn[] {
  if (!columns.some((column) => column.numeric && formats.has(column.key))) return columns;
  return distinct(
    columns.map((column) => {
      const format = column.numeric ? formats.get(column.key) : undefined;
      if (format === undefined) return column;
      const unit = format === 'number' ? null : format;
      return { ...column, unit, label: labelOf(column.key, unit) };
    }),
  );
}

export type ColumnFormatStore = {
  /** The same map while nothing has changed. */
  get: (report: string) => ColumnFormats;
  /** Null = as the field's name says. */
  set: (report: string, key: string, format: ColumnFormat | null) => void;
  subscribe: (listener: () => void) => () => void;
};

const STORAGE_KEY = 'desk-column-formats';
/** Newest choices that are kept. */
const MOST_KEPT = 500;

type Entry = readonly [report: string, key: string, format: ColumnFormat];

/** `storage` throws where storage is blocked: reading the property itself does so there. */
export function createColumnFormatStore(
  storage: () => Pick<Storage, 'getItem' | 'setItem'> = () => window.localStorage,
): ColumnFormatStore {
  const listeners = new Set<() => void>();
  let held: string | null = null;
  let read: {
    readonly text: string | null;
    readonly byReport: ReadonlyMap<string, Map<string, ColumnFormat>>;
  } = {
    text: null,
    byReport: new Map(),
  };

  function stored(): string | null {
    try {
      return held ?? storage().getItem(STORAGE_KEY);
    } catch {
      return held;
    }
  }

  return {
    get(report) {
      const text = stored();
      if (text !== read.text) read = { text, byReport: byReport(parseEntries(text)) };
      return read.byReport.get(report) ?? NO_FORMATS;
    },
    set(report, key, format) {
      const others = parseEntries(stored()).filter(([one, other]) => one !== report || other !== key);
      const entries: readonly Entry[] = format === null ? others : [...others, [report, key, format]];
      const text = JSON.stringify(entries.slice(-MOST_KEPT));
      held = null;
      try {
        storage().setItem(STORAGE_KEY, text);
      } catch {
        held = text;
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      // Another tab may be where it was chosen.
      window.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', listener);
      };
    },
  };
}

const NO_FORMATS: ColumnFormats = new Map();

/** Whatever is no choice that this version knows is left out. */
function parseEntries(text: string | null): Entry[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false;
  const [report, key, format] = value as unknown[];
  return (
    typeof report === 'string' &&
    typeof key === 'string' &&
    COLUMN_FORMATS.some((known) => known.value === format)
  );
}

function byReport(entries: readonly Entry[]): Map<string, Map<string, ColumnFormat>> {
  const found = new Map<string, Map<string, ColumnFormat>>();
  for (const [report, key, format] of entries) {
    const formats = found.get(report) ?? new Map<string, ColumnFormat>();
    found.set(report, formats.set(key, format));
  }
  return found;
}
