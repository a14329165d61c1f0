// What is said of a run that the desk has already, wherever a second one is about to be launched.
import type { DuplicateKind } from '#src/records/duplicates.ts';

/** Title, text, and the name of the link to what is there. */
export type DuplicateWords = { readonly title: string; readonly text: string; readonly open: string };

/** See {@link DuplicateWords}. */
export const duplicates: Readonly<Record<DuplicateKind, DuplicateWords>> = {
  running: {
    title: 'This report is running already',
    text: 'A run with exactly these settings is under way. A second one would give the same rows and take a second slot.',
    open: 'Open that run',
  },
  waiting: {
    title: 'This report is waiting already',
    text: 'A launch with exactly these settings is in the queue. A second one would give the same rows.',
    open: 'Open that launch',
  },
  'may-be-running': {
    title: 'This report may be running',
    text: 'A launch with exactly these settings was sent, and nobody knows yet whether it started. A second one could make two runs.',
    open: 'Open that launch',
  },
  final: {
    title: 'This result is there already',
    text: 'All its periods are final: running it again gives the same rows.',
    open: 'Open result',
  },
  'moved-on': {
    title: 'There is an earlier result',
    text: 'It has the same settings. Its last period was still open: running it again may give newer figures.',
    open: 'Open result',
  },
  'other-key': {
    title: 'This run belongs to another key',
    text: 'A run with exactly these settings was started with a key that is not loaded, and can be read only with that one.',
    open: 'Open that run',
  },
};
