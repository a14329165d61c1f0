// The languages that the desk's pages are built in. Each is a build of its own, so no page loads words that it does not show.

/** By their code (BCP 47, the language alone), as each calls itself. The first is the one the desk is written in. */
export const LANGUAGES = { en: 'English', fr: 'Français' } as const;

/** See {@link LANGUAGES}. */
export type Language = keyof typeof LANGUAGES;

/** The cookie by which a browser asks for another language than its own: set by the page, read by the gateway for pages only. */
export const LANGUAGE_COOKIE = 'desk-language';

/** Whether `code` is one of {@link LANGUAGES}. */
export function isLanguage(code: string | undefined): code is Language {
  return code !== undefined && Object.hasOwn(LANGUAGES, code);
}
