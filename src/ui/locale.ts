// In whose way numbers, dates and lists are written.
import { language, usualLocale } from './words.ts';

/**
 * The first of the browser's languages that is the one the desk is shown in, with its region: dates of somebody in Canada look
 * Canadian. Where there is none, the usual one: an English sentence with a German date in it reads badly.
 */
export function localeFor(languages: readonly string[] | undefined): string {
  return (languages ?? []).find((name) => isOfLanguage(name)) ?? usualLocale;
}

function isOfLanguage(name: string): boolean {
  try {
    return new Intl.Locale(name).language === language;
  } catch {
    // Browsers can be told any text.
    return false;
  }
}

/** Of this browser. */
export const LOCALE: string = localeFor(globalThis.navigator.languages);
