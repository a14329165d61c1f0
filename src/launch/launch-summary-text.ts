// What a launch costs and what it has to wait for, in words, for one mailbox or several.
import { MAX_PAGE_SIZE } from '#src/contract/limits.ts';
import { formatList } from '#src/ui/number-format.ts';
import { slotsInWords } from './preview.ts';
import * as words from './summary-words.tsx';

/** What `needed` launches do to the account's slots. `queued` counts the launches that wait already. */
export function slotsFor(needed: number, held: number, total: number, queued: number): string {
  if (needed === 1) return slotsInWords(held, total, queued);
  const free = Math.max(0, total - held);
  const said = slotsForSeveral(needed, free, total);
  return queued === 0 ? said : `${said} ${words.waitBeforeThem(queued)}`;
}

function slotsForSeveral(needed: number, free: number, total: number): string {
  if (free === 0) return words.launchesWait(needed, total);
  return needed > free
    ? words.someLaunchesWait(needed, free, total, needed - free)
    : words.launchesFit(needed, free, total);
}

/** What `launches` take of the account's requests. */
export function requestsFor(launches: number, perMinute: number): string {
  return words.requestsTaken(launches, MAX_PAGE_SIZE, perMinute);
}

/** What is said of several mailboxes: once where it is the same for all, else for each. */
export function saidOfEach<Item>(
  items: readonly Item[],
  say: (item: Item) => string | null,
): readonly { readonly items: readonly Item[]; readonly text: string }[] {
  const byText = new Map<string, Item[]>();
  for (const item of items) {
    const text = say(item);
    if (text !== null) byText.set(text, [...(byText.get(text) ?? []), item]);
  }
  return [...byText].map(([text, same]) => ({ items: same, text }));
}

/** "Sales, Support and 3 more": names, as many as can be read at a glance. */
export function fewNames(names: readonly string[], most = 4): string {
  if (names.length <= most) return formatList(names);
  return formatList([...names.slice(0, most - 1), words.more(names.length - most + 1)]);
}
