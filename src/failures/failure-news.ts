// What is announced about a failure, wherever it is said first: on its panel, or by the notices of a page that does not show it.
import { CATALOGUE } from './catalogue.ts';
import * as words from './panel-words.tsx';
import { plainText } from './phrases.ts';
import type { FailureView } from './view.ts';

/** An announcement, and the id under which it is made only once. */
export type FailureNews = { readonly id: string; readonly message: string };

/** Title and subject. The same failure at the same time is the same news. */
export function failureNews({ kind, at, target, subject }: FailureView): FailureNews {
  const { title } = CATALOGUE[kind];
  return {
    id: `failure ${kind} ${at} ${target}`,
    message: subject === undefined ? title : words.newsAbout(title, plainText(subject)),
  };
}
