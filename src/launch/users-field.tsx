// The users that a report is limited to: those of the chosen mailboxes, and what was chosen before but is not among them.
import { UNKNOWN_USER } from '#src/contract/mailboxes.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { Icon } from '#src/ui/icon.tsx';
import { formatList } from '#src/ui/number-format.ts';
import { distinctLabels } from './find-by-name.ts';
import { SearchableChoices } from './searchable-choices.tsx';
import type { SearchableChoice } from './searchable-choices.tsx';
import * as words from './words.ts';
import styles from './launch-form.module.css';

type UsersFieldProps = {
  /** Those that are chosen. */
  mailboxes: readonly Mailbox[];
  /** All of the key: they may know somebody who is in none of the chosen ones. */
  listed: readonly Mailbox[];
  users: readonly string[];
  error: string | undefined;
  onChange: (users: string[]) => void;
};

export function UsersField({ mailboxes, listed, users, error, onChange }: UsersFieldProps) {
  const choices = userChoices(mailboxes, listed, users);
  const nameOf = (id: string) => choices.find(({ value }) => value === id)?.name ?? id;
  const notes = mailboxes.flatMap((mailbox) => leftOut(mailbox, users, nameOf) ?? []);
  return (
    <div data-field="users">
      <SearchableChoices
        legend={words.users}
        searchLabel={words.findPerson}
        hint={mailboxes.length === 0 ? words.usersNeedMailbox : words.usersHint}
        choices={choices}
        values={users}
        error={error}
        onChange={onChange}
      />
      {notes.length > 0 && (
        <ul className={styles['notes']} aria-label={words.whoIsLeftOut} data-tone="waiting">
          {notes.map((note) => (
            <li key={note} className={styles['note']}>
              <Icon name="alert" />
              <span>{note}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type UserChoice = SearchableChoice & { readonly name: string };

function userChoices(
  mailboxes: readonly Mailbox[],
  listed: readonly Mailbox[],
  chosen: readonly string[],
): UserChoice[] {
  const unknown = words.unknownUser;
  const members = usersOf(mailboxes);
  const labels = distinctLabels(
    members.map(({ userId, userName, userEmail }) => ({ id: userId, name: userName, email: userEmail })),
  );
  const here = members.map(({ userId, userEmail, active }, index): UserChoice => {
    const name = labels[index] ?? userId;
    return {
      value: userId,
      label: active ? name : words.inactive(name),
      name,
      searched: `${name} ${userEmail}`,
    };
  });
  if (mailboxes.length > 0) {
    here.push({ value: UNKNOWN_USER, label: unknown, name: unknown, searched: unknown });
  }
  const known = new Set(here.map(({ value }) => value));
  const elsewhere = usersOf(listed);
  const others = chosen
    .filter((id) => !known.has(id))
    .map((id): UserChoice => {
      if (id === UNKNOWN_USER) return { value: id, label: unknown, name: unknown, searched: id };
      const name = elsewhere.find(({ userId }) => userId === id)?.userName ?? '';
      const shown = name === '' ? id : name;
      const label = mailboxes.length > 1 ? words.inNoneOfMailboxes(shown) : words.notInMailbox(shown);
      return { value: id, label, name: shown, searched: `${name} ${id}` };
    });
  return [...here, ...others];
}

/** Each once: a person can be in several mailboxes. */
function usersOf(mailboxes: readonly Mailbox[]): Mailbox['users'] {
  return [...new Map(mailboxes.flatMap(({ users }) => users).map((user) => [user.userId, user])).values()];
}

/** The API ignores ids that are not in the mailbox, without an error (contract.md section 8). */
function leftOut(
  { mailboxName, users }: Mailbox,
  chosen: readonly string[],
  nameOf: (id: string) => string,
): string | null {
  const members = new Set([UNKNOWN_USER, ...users.map(({ userId }) => userId)]);
  const others = chosen.filter((id) => !members.has(id));
  if (others.length === 0) return null;
  if (others.length === chosen.length) {
    return words.nobodyIsIn(mailboxName);
  }
  const shown = others.slice(0, 3).map(nameOf);
  const rest = others.length > shown.length ? [words.more(others.length - shown.length)] : [];
  return words.notIn(mailboxName, formatList([...shown, ...rest]));
}
