// Preferences as a file, to take them to another browser. A file is read choice by choice: each that cannot be taken is named with its
// reason, the others are taken.
import * as z from 'zod/mini';
import type { Preference } from './preference.ts';
import * as words from './words.ts';

const FORMAT = 'report-desk-preferences';
const VERSION = 1;

/** Larger files hold something else. */
export const LARGEST_FILE = 100_000;
/** A text that is longer is named by its beginning. */
const NAMED_CHARACTERS = 40;

/** Unknown fields are let be: a newer version may have more to say. */
const fileSchema = z.looseObject({
  format: z.literal(FORMAT),
  version: z.number(),
  preferences: z.record(z.string(), z.unknown()),
});

/** The text of a file with what is chosen now. */
export function preferencesToFile(preferences: readonly Preference[]): string {
  const chosen = Object.fromEntries(preferences.map(({ id, get }) => [id, get()]));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, preferences: chosen }, null, 2)}\n`;
}

/** What a file holds: nothing is chosen by reading it. */
export type PreferenceImport = {
  readonly choices: readonly { readonly preference: Preference; readonly value: string }[];
  /** What an operator should know. */
  readonly notes: readonly string[];
};

/** Reads the text of a file; null where it is no file of preferences. */
export function preferencesFromFile(
  text: string,
  preferences: readonly Preference[],
): PreferenceImport | null {
  const file = readFile(text);
  if (file === null) return null;
  const choices: { preference: Preference; value: string }[] = [];
  const notes: string[] = [];
  for (const [id, value] of Object.entries(file.preferences)) {
    const preference = preferences.find((known) => known.id === id);
    if (preference === undefined) {
      notes.push(words.noSuchPreference(shortened(id)));
    } else if (typeof value === 'string' && preference.answers.some((answer) => answer.value === value)) {
      choices.push({ preference, value });
    } else {
      notes.push(words.staysAsItIs(preference.legend));
    }
  }
  if (file.version > VERSION) {
    notes.push(words.newerFile);
  }
  return { choices, notes };
}

function readFile(text: string): z.infer<typeof fileSchema> | null {
  try {
    return z.parse(fileSchema, JSON.parse(text));
  } catch {
    return null;
  }
}

function shortened(name: string): string {
  return name.length > NAMED_CHARACTERS ? `${name.slice(0, NAMED_CHARACTERS - 1)}…` : name;
}
