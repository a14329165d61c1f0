// A preference: a question with a few answers, kept by the part of the desk that it changes. All are alike to the page and to files.
import type { Remembered } from '#src/ui/remembered.ts';

export type Answer = { readonly value: string; readonly label: string };

export type Preference = {
  /** Its name in files. */
  readonly id: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  /** What holds until something is chosen comes first. */
  readonly answers: readonly [Answer, ...Answer[]];
  readonly get: () => string;
  /** One of the answers' values; others change nothing. */
  readonly set: (value: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether it outlives the page, as far as that was tried. */
  readonly isKept: () => boolean;
};

type Question<Value> = Pick<Preference, 'id' | 'legend' | 'hint'> & {
  readonly kept: Remembered<Value>;
  readonly answers: readonly [readonly [Value, string], ...(readonly [Value, string])[]];
};

/** `kept` holds one of the answers; each is written as its text. */
export function preferenceOf<Value extends string | number | boolean | null>({
  kept,
  answers,
  ...question
}: Question<Value>): Preference {
  const [first, ...others] = answers;
  const answerOf = ([value, label]: readonly [Value, string]): Answer => ({ value: String(value), label });
  return {
    ...question,
    answers: [answerOf(first), ...others.map(answerOf)],
    get: () => String(kept.get()),
    set(text) {
      const found = answers.find(([value]) => String(value) === text);
      if (found !== undefined) kept.set(found[0]);
    },
    subscribe: kept.subscribe,
    isKept: kept.isKept,
  };
}
