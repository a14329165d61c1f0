// The language of the pages. The gateway sends them, so it has to know: the choice is a cookie, and holds when the page is loaded again.
import { isLanguage, LANGUAGE_COOKIE } from '#src/contract/languages.ts';
import type { Language } from '#src/contract/languages.ts';
import type { Remembered } from '#src/ui/remembered.ts';

const YEAR_SECONDS = 365 * 24 * 3600;

/** As much of the document and the window as is used here. */
type LanguageChoiceIn = {
  readonly document: Pick<Document, 'cookie'>;
  readonly reload: () => void;
};

/** Null: as the browser asks for. Another choice than before loads the page with it. */
export function createLanguageChoice({ document, reload }: LanguageChoiceIn): Remembered<Language | null> {
  const listeners = new Set<() => void>();
  let wanted: Language | null = read();

  function read(): Language | null {
    const pairs = document.cookie.split(';').map((pair) => pair.trim().split('='));
    const code = pairs.find(([name]) => name === LANGUAGE_COOKIE)?.[1];
    return isLanguage(code) ? code : null;
  }

  return {
    get: () => wanted,
    set(language) {
      if (language === wanted) return;
      wanted = language;
      const age = language === null ? 0 : YEAR_SECONDS;
      document.cookie = `${LANGUAGE_COOKIE}=${language ?? ''}; Path=/; Max-Age=${age}; SameSite=Strict`;
      for (const listener of listeners) listener();
      if (read() === language) reload();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    isKept: () => read() === wanted,
  };
}

/** This browser's. */
export const languageChoice = createLanguageChoice({
  document: globalThis.document,
  reload: () => window.location.reload(),
});
