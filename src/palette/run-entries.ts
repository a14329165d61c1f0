// Every run of the desk for the palette, found by report, mailbox, range, grouping and state.
import { shownState, STATE_LOOKS } from '#src/records/shown-state.ts';
import type { ShownState } from '#src/records/shown-state.ts';
import type { LoadedKeys } from '#src/records/derived.ts';
import type { RunRecord } from '#src/records/record.ts';
import { describeRequest, runTitle } from '#src/records/describe-request.ts';
import type { Entry } from './entries.ts';
import { searched } from './find.ts';
import type { Searched } from './find.ts';
import * as words from './words.ts';

type Situation = { readonly now: number; readonly keys: LoadedKeys };

/** Putting a request into words takes long enough that a thousand of them are not done anew for each letter. */
const texts = new WeakMap<RunRecord, Searched>();

/** Many runs ask for the same of different mailboxes, and putting a range into words is what takes long. */
const described = new Map<string, string>();

function wordsFor(record: RunRecord): string {
  const { request, mailbox } = record;
  const same = JSON.stringify([{ ...request.parameters, mailboxId: '' }, mailbox.timeZone]);
  let text = described.get(same);
  if (text === undefined) {
    text = describeRequest(record);
    described.set(same, text);
  }
  return text;
}

export function textOf(record: RunRecord): Searched {
  let text = texts.get(record);
  if (text === undefined) {
    text = searched(runTitle(record), wordsFor(record));
    texts.set(record, text);
  }
  return text;
}

/** What a state is found by, beside the run's own words. Where there is a result, "open result" finds it. */
const ofStates = new Map<ShownState, string>();

function alsoOf(state: ShownState): string {
  let also = ofStates.get(state);
  if (also === undefined) {
    const { word } = STATE_LOOKS[state];
    also = searched('', `${word} ${state === 'done' ? words.alsoOpenResult : words.alsoOpenRun}`).rest;
    ofStates.set(state, also);
  }
  return also;
}

/** In the order of `records`. */
export function runEntries(records: readonly RunRecord[], { now, keys }: Situation): Entry[] {
  return records.map((record) => {
    const state = shownState(record, now, keys);
    const { word, icon, tone } = STATE_LOOKS[state];
    let text: Searched | undefined;
    return {
      id: `run ${record.id}`,
      name: runTitle(record),
      note: () => `${word} · ${describeRequest(record)}`,
      icon,
      tone,
      searched: () => {
        const { name, rest } = textOf(record);
        text ??= { name, rest: rest + alsoOf(state) };
        return text;
      },
      act: ({ go }) => go(`/runs/${record.id}`),
    };
  });
}
