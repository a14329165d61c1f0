// Finds by words: every word that was typed must occur somewhere, whatever its case and accents, and what begins with it comes first.

/** A text made ready: small letters and digits, without accents, a space before each word. */
export type Searched = { readonly name: string; readonly rest: string };

/** What a thing is called, and what else it may be found by. */
export function searched(name: string, rest: string): Searched {
  return { name: plain(name), rest: plain(rest) };
}

/** The words of what was typed, ready to be looked for. */
export function wordsOf(query: string): readonly string[] {
  return plain(query)
    .split(' ')
    .filter((word) => word !== '');
}

/** How well `words` are met, 0 where one is missing. A name weighs more than what stands beside it, and both less inside of a word. */
export function scoreOf({ name, rest }: Searched, words: readonly string[]): number {
  let score = 0;
  for (const [place, word] of words.entries()) {
    const begins = ` ${word}`;
    if (place === 0 && name.startsWith(begins)) score += 5;
    else if (name.includes(begins)) score += 4;
    else if (rest.includes(begins)) score += 3;
    else if (name.includes(word)) score += 2;
    else if (rest.includes(word)) score += 1;
    else return 0;
  }
  return score;
}

function plain(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return ` ${letters.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;
}
