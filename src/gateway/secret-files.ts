// Secrets from files, the way Docker secrets and systemd credentials hand them over: `NAME_FILE` names the file that holds `NAME`.
import { readFileSync } from 'node:fs';

/** Variables that are secret: never repeated in an error, and each may come from the file that `<name>_FILE` names. */
export const SECRETS = ['DESK_ACCESS_TOKEN', 'DESK_METRICS_TOKEN', 'EMAILGISTICS_API_KEY'] as const;

/** Reads a file as text. Throws what the system throws. */
export type ReadText = (path: string) => string;

/** {@link ReadText} on the real file system. */
export const readText: ReadText = (path) => readFileSync(path, 'utf8');

/** What is wrong with a secret's file, as the words that stand after the variable's name. */
type SecretProblem = { readonly name: string; readonly words: string };

/**
 * `given` with every secret that a file holds put under its own name, or the first obstacle. Line breaks at the end of a file
 * are not part of the secret: editors and `echo` leave one.
 */
export function withSecretFiles(
  given: Readonly<Record<string, string>>,
  read: ReadText,
): { readonly values: Record<string, string> } | SecretProblem {
  const values = { ...given };
  for (const secret of SECRETS) {
    const name = `${secret}_FILE`;
    const path = given[name];
    if (path === undefined) continue;
    if (given[secret] !== undefined) return { name, words: `and ${secret} are both set: keep one of them` };
    let text: string;
    try {
      text = read(path);
    } catch (error) {
      return { name, words: `names ${path}, which cannot be read (${codeOf(error)})` };
    }
    const value = text.replace(/(?:\r?\n)+$/, '');
    if (value === '') return { name, words: `names ${path}, which is empty` };
    values[secret] = value;
  }
  return { values };
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : 'unknown error';
}
