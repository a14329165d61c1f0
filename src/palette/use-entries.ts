// All that the palette offers on this desk at the moment when it is opened. Only a list of mailboxes may still arrive.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { preferredFirst, useKeyNotes } from '#src/connection/key-notes.ts';
import { configQuery, connectionKeys, mailboxesQuery } from '#src/connection/queries.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { presetSearch } from '#src/launch/preset-query.ts';
import { browserPresets } from '#src/launch/preset-store.ts';
import type { Preset } from '#src/launch/preset-store.ts';
import { presetInWords } from '#src/launch/preset-text.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { IconName } from '#src/ui/icon.tsx';
import type { Theme } from '#src/ui/theme.ts';
import { actionEntries } from './action-entries.ts';
import type { Entry, EntryGroup, Page } from './entries.ts';
import { entry } from './entry.ts';
import { runEntries } from './run-entries.ts';
import type { Verbs } from './verbs.ts';
import * as words from './words.ts';

const PAGES = [
  { to: '/', icon: 'table' },
  { to: '/launch', icon: 'plus' },
  { to: '/copies', icon: 'copy' },
  { to: '/connection', icon: 'key' },
] as const;

const PAGE_ENTRIES = PAGES.map(({ to, icon }) => entry({ ...pageEntry(to, icon), shortcut: to }));

const PREFERENCES = entry(pageEntry('/preferences', 'settings'));

function pageEntry(to: Page, icon: IconName) {
  return {
    id: `page ${to}`,
    name: words.pageNames[to],
    icon,
    also: words.alsoPages[to],
    act: ({ go }: Verbs) => go(to),
  };
}

type ListedKey = { readonly id: string; readonly label: string; readonly mailboxes: readonly Mailbox[] };

export function useEntries(theme: Theme | null): readonly EntryGroup[] {
  const { client, clock, records } = useDesk().environment;
  const config = useQuery(configQuery(client)).data;
  // As it was when it was opened: nothing moves under the pointer.
  const [seen] = useState(() => ({
    records: records.all(),
    now: clock.now(),
    theme,
    presets: browserPresets.all(),
  }));
  const lists = useLists();
  return useMemo(() => {
    const keys = new Set(config?.keys.map(({ id }) => id));
    const sandbox = config?.mode === 'sandbox';
    const hasPresets = seen.presets.length > 0;
    return [
      { name: words.pages, entries: [...PAGE_ENTRIES, PREFERENCES] },
      { name: words.actions, entries: actionEntries({ ...seen, keys, sandbox, hasPresets }) },
      { name: words.presets, entries: seen.presets.map(presetEntry) },
      { name: words.runs, entries: runEntries(seen.records, { now: seen.now, keys }) },
      { name: words.mailboxes, entries: lists.flatMap((list) => mailboxEntries(list, lists.length > 1)) },
    ];
  }, [config, lists, seen]);
}

function presetEntry({ id, name, query }: Preset): Entry {
  return entry({
    id: `preset ${id}`,
    name,
    note: presetInWords(query),
    also: words.alsoPreset,
    icon: 'plus',
    act: ({ go }) => go(`/launch${presetSearch(query, '')}`),
  });
}

function mailboxEntries({ id: key, label, mailboxes }: ListedKey, several: boolean): Entry[] {
  return mailboxes
    .filter(({ active }) => active)
    .map(({ mailboxId, mailboxName, mailboxEmail }) =>
      entry({
        id: `mailbox ${key} ${mailboxId}`,
        name: words.launchFor(mailboxName),
        note: several ? words.withKey(label) : '',
        also: `${words.alsoMailbox} ${mailboxEmail}`,
        icon: 'plus',
        act: ({ go }) => go(`/launch?${new URLSearchParams({ key, mailbox: mailboxId }).toString()}`),
      }),
    );
}

/** The lists that were read in this visit. Where there is none, that of the first key is asked for, once. */
function useLists(): readonly ListedKey[] {
  const { client } = useDesk().environment;
  const queryClient = useQueryClient();
  const { preferred } = useKeyNotes();
  const keys = preferredFirst(useQuery(configQuery(client)).data?.keys ?? [], preferred);
  const [known] = useState(() =>
    keys.flatMap(({ id, label }): ListedKey[] => {
      const mailboxes = queryClient.getQueryData<Mailbox[]>(connectionKeys.mailboxes(id));
      return mailboxes === undefined ? [] : [{ id, label, mailboxes }];
    }),
  );
  const { id = '', label = '' } = keys[0] ?? {};
  const { data: mailboxes } = useQuery({
    ...mailboxesQuery(client, id),
    enabled: id !== '' && known.length === 0,
    retry: false,
  });
  return useMemo(
    () => (known.length > 0 || mailboxes === undefined ? known : [{ id, label, mailboxes }]),
    [id, known, label, mailboxes],
  );
}
