// What a catalogue of words in another language has to have.

/**
 * The same names as the English catalogue: text for text, and for each function one that takes the same and gives the same. A catalogue
 * is a module (`words.ts`, or `…-words.ts` where only a part that is loaded later needs it); a build for another language takes
 * `words.fr.ts` in its place.
 */
export type Translation<Words> = {
  readonly [Name in keyof Words]: Words[Name] extends string
    ? string
    : Words[Name] extends (...facts: infer Facts) => string
      ? (...facts: Facts) => string
      : Words[Name] extends Readonly<Record<string, string>>
        ? { readonly [Key in keyof Words[Name]]: string }
        : Words[Name];
};
