// uPlot makes a number format of the browser's language while it is loaded, which throws where that is no language tag: a Chromium that
// was started under the POSIX locale says "en-US@posix". Then the desk's own language takes its place. To be imported before uPlot.
import { LOCALE } from '#src/ui/locale.ts';

try {
  Intl.getCanonicalLocales(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: LOCALE, configurable: true });
}
