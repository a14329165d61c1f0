// Presets as a file, to take them to another browser or give them to a colleague. A file is read entry by entry: each that cannot be taken
// is named with its reason, the others are taken, and nothing that is there already is overwritten.
import * as z from 'zod/mini';
import { isPresetQuery, withoutKey } from './preset-query.ts';
import { NAME_LENGTH } from './preset-store.ts';
import type { Preset } from './preset-store.ts';
import * as words from './preset-words.ts';

const FORMAT = 'report-desk-presets';
const VERSION = 1;

/** Larger files hold something else. */
export const LARGEST_FILE = 1_000_000;

/** Unknown fields are let be: a newer version may have more to say. */
const fileSchema = z.looseObject({
  format: z.literal(FORMAT),
  version: z.number(),
  presets: z.array(z.unknown()),
});
const nameSchema = z.looseObject({ name: z.string().check(z.trim(), z.minLength(1)) });
const querySchema = z.looseObject({ query: z.string().check(z.minLength(1)) });
const pinnedSchema = z.catch(z.looseObject({ pinned: z.boolean() }), { pinned: false });

/** The text of a file with `presets`. */
export function presetsToFile(presets: readonly Preset[]): string {
  const entries = presets.map(({ name, query, pinned }) => ({ name, query, pinned }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, presets: entries }, null, 2)}\n`;
}

/** What a file holds, beside what is there already. */
export type PresetImport = {
  readonly added: readonly Preset[];
  /** What an operator should know: new names, what is there already, and each entry that cannot be taken. */
  readonly notes: readonly string[];
};

/** Reads the text of a file; null where it is no file of presets. `uuid` makes the ids of the new ones. */
export function presetsFromFile(
  text: string,
  present: readonly Preset[],
  uuid: () => string,
): PresetImport | null {
  const file = readFile(text);
  if (file === null) return null;
  const added: Preset[] = [];
  const notes: string[] = [];
  const names = createNames(present);
  for (const [index, entry] of file.presets.entries()) {
    const read = readEntry(entry, index);
    if (typeof read === 'string') {
      notes.push(read);
      continue;
    }
    if (names.has(read)) {
      notes.push(words.thereAlready(read.name));
      continue;
    }
    const name = names.free(read.name);
    if (name !== read.name) notes.push(words.takenInAs(read.name, name));
    names.take({ ...read, name });
    added.push({ ...read, name, id: uuid() });
  }
  if (file.version > VERSION) {
    notes.push(words.newerVersion);
  }
  return { added, notes };
}

function readFile(text: string): z.infer<typeof fileSchema> | null {
  try {
    return z.parse(fileSchema, JSON.parse(text));
  } catch {
    return null;
  }
}

/** The preset, or why it cannot be taken. */
function readEntry(entry: unknown, index: number): Omit<Preset, 'id'> | string {
  const named = z.safeParse(nameSchema, entry);
  const whole = named.success ? named.data.name : '';
  const place = whole === '' ? words.entryAt(index + 1) : words.entryNamed(index + 1, shortened(whole));
  if (!named.success) return words.hasNoName(place);
  const settings = z.safeParse(querySchema, entry);
  if (!settings.success) return words.hasNoSettings(place);
  const { query } = settings.data;
  if (!isPresetQuery(query)) return words.namesNoReport(place);
  return {
    name: shortened(whole),
    query: withoutKey(new URLSearchParams(query)),
    pinned: z.parse(pinnedSchema, entry).pinned,
  };
}

function shortened(name: string): string {
  return name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1)}…` : name;
}

/** Names that differ in nothing but case would be taken for one another. */
export function isSameName(left: string, right: string): boolean {
  return plain(left) === plain(right);
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

type Named = Pick<Preset, 'name' | 'query'>;

/** Which names are taken and what for; asked once an entry, however many there are. */
function createNames(present: readonly Named[]) {
  const queries = new Map<string, Set<string>>();
  /** The number that the next of a name gets. */
  const counts = new Map<string, number>();
  const take = ({ name, query }: Named) => {
    queries.set(plain(name), (queries.get(plain(name)) ?? new Set()).add(query));
  };
  for (const preset of present) take(preset);
  return {
    take,
    has: ({ name, query }: Named) => queries.get(plain(name))?.has(query) === true,
    free(wanted: string): string {
      let name = wanted;
      let count = counts.get(plain(wanted)) ?? 2;
      for (; queries.has(plain(name)); count += 1) {
        const suffix = ` (${count})`;
        name = `${wanted.slice(0, NAME_LENGTH - suffix.length)}${suffix}`;
      }
      counts.set(plain(wanted), count);
      return name;
    },
  };
}
