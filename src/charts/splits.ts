// Who or what rows are about beside their period: users, sender domains, or the status of messages.
import type { ResultRow } from '#src/contract/envelope.ts';
import { valueAt } from '#src/rows/columns.ts';
import type { ResultColumn } from '#src/rows/columns.ts';
import * as words from './chart-words.ts';

export type SplitId = 'user' | 'domain' | 'status';

/** One way to tell rows apart. */
export type Split = {
  readonly id: SplitId;
  readonly label: string;
  /** Field that tells them apart. */
  readonly key: string;
  /** Field with the name for people, where there is one. */
  readonly nameKey: string | null;
};

/** Fields by what identifies best; the names are those of the contract and their like. */
const KINDS: readonly (Pick<Split, 'id'> & {
  readonly keys: readonly RegExp[];
  readonly name: RegExp | null;
})[] = [
  {
    id: 'user',
    keys: [
      /^(?:user|owner|assignee)_?id$/i,
      /^(?:user|owner|assignee)_?email$/i,
      /^(?:user|owner|assignee)_?name$/i,
    ],
    name: /^(?:user|owner|assignee)_?name$/i,
  },
  { id: 'domain', keys: [/^(?:sender_?)?domain$/i], name: null },
  { id: 'status', keys: [/^status$/i], name: null },
];

/** The ways in which rows of these columns can be told apart. */
export function splitsOf(columns: readonly ResultColumn[]): readonly Split[] {
  const texts = columns.filter(({ kind }) => kind === 'text' || kind === 'id').map(({ key }) => key);
  return KINDS.flatMap(({ id, keys, name }) => {
    const [key] = keys.flatMap((form) => texts.filter((text) => form.test(text)));
    if (key === undefined) return [];
    const nameKey = name === null ? undefined : texts.find((text) => name.test(text));
    return [{ id, label: words.splitNames[id], key, nameKey: nameKey ?? null }];
  });
}

/** One user, domain or status; `id` is '' where a row names none. */
export type Entity = { readonly id: string; readonly name: string };

export function entityOf(row: ResultRow, { id: split, key, nameKey }: Split): Entity {
  const found = valueAt(row, key);
  const text = typeof found === 'string' ? found.trim() : '';
  if (text === '') return { id: '', name: words.noneNamed[split] };
  // Domains are matched whatever the case of their letters (contract.md section 8).
  const id = split === 'domain' ? text.toLowerCase() : text;
  const name = nameKey === null ? undefined : valueAt(row, nameKey);
  if (typeof name === 'string' && name.trim() !== '') return { id, name };
  // The API's word for activity without an identifiable user.
  return { id, name: split === 'user' && id === 'unknown' ? words.unknownUser : id };
}

/** Two that are called the same get their id beside the name. */
export function distinctNames(entities: readonly Entity[]): readonly Entity[] {
  const uses = new Map<string, number>();
  for (const { name } of entities) uses.set(name, (uses.get(name) ?? 0) + 1);
  return entities.map(({ id, name }) => ({
    id,
    name: (uses.get(name) ?? 0) > 1 ? words.nameWithId(name, id) : name,
  }));
}
