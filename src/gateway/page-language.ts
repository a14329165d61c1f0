// In which language a page is sent: what the browser chose here before, else the first of its own languages that there are pages in.
import { isLanguage, LANGUAGE_COOKIE } from '#src/contract/languages.ts';
import type { Language } from '#src/contract/languages.ts';

/** As many languages as anybody has; the header is foreign text. */
const MOST_LANGUAGES = 20;

/** The language for `request` among those that have `pages`; English where nothing fits. Never throws. */
export function pageLanguage(request: Request, pages: ReadonlySet<Language>): Language {
  const has = (code: string | undefined): code is Language => isLanguage(code) && pages.has(code);
  const chosen = cookieOf(request, LANGUAGE_COOKIE);
  if (has(chosen)) return chosen;
  return wanted(request.headers.get('accept-language') ?? '').find(has) ?? 'en';
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Languages of an `Accept-Language` header (RFC 9110, 12.5.4) without their regions, the most wanted first. */
function wanted(header: string): string[] {
  return header
    .split(',', MOST_LANGUAGES)
    .map((offer) => {
      const [range = '', ...parameters] = offer.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      const quality = weight === undefined ? 1 : Number(weight.slice(2));
      return { language: range.split('-')[0] ?? '', quality: Number.isNaN(quality) ? 0 : quality };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, two) => two.quality - one.quality)
    .map(({ language }) => language);
}
