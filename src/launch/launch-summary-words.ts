// What a launch costs and what it has to wait for, in words, for one mailbox or several.
import { MAX_PAGE_SIZE } from '#src/contract/limits.ts';
import { formatList, plural } from '#src/ui/number-format.ts';
import { slotsInWords } from './preview.ts';

/** What `needed` launches do to the account's slots. `queued` counts the launches that wait already. */
export function slotsFor(needed: number, held: number, total: number, queued: number): string {
  if (needed === 1) return slotsInWords(held, total, queued);
  const free = Math.max(0, total - held);
  const ahead = queued === 0 ? '' : ` ${plural(queued, 'launch waits', 'launches wait')} before them.`;
  const what = `${needed} launches, one slot each`;
  if (free === 0) {
    return `${what}: all ${total} slots are in use. They wait in the queue and are sent as slots become free.${ahead}`;
  }
  const waiting = needed - free;
  return waiting > 0
    ? `${what}: ${free} of ${total} free. At least ${waiting} of them ${waiting === 1 ? 'waits' : 'wait'} in the queue.${ahead}`
    : `${what}: ${free} of ${total} free.${ahead}`;
}

/** What `launches` take of the account's requests. */
export function requestsFor(launches: number, perMinute: number): string {
  const each = launches === 1 ? 'it runs' : 'they run';
  return `${launches} to launch, a few a minute while ${each}, and 1 for each ${MAX_PAGE_SIZE} rows that are read. The account has ${perMinute} a minute.`;
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
  return formatList([...names.slice(0, most - 1), `${names.length - most + 1} more`]);
}
