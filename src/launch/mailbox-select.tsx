// One mailbox: the browser's own select, and beside it a search that narrows its options where there are many.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { knownMailboxes } from '#src/connection/queries.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { Field } from '#src/ui/field.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { Select } from '#src/ui/select.tsx';
import { formatInstant } from '#src/ui/time-format.ts';
import { matcherOf } from './find-by-name.ts';
import type { MailboxFieldProps } from './mailbox-field.tsx';
import { mailboxChoices } from './mailboxes-choice.tsx';
import { SEARCH_FROM, SearchInput } from './searchable-choices.tsx';
import * as words from './mailbox-words.ts';
import styles from './launch-form.module.css';

type MailboxSelectProps = Omit<MailboxFieldProps, 'values' | 'onChange' | 'onKey'> & {
  value: string;
  onChange: (mailboxId: string) => void;
};

export function MailboxSelect({ mailboxes, deskKey, value, error, onChange }: MailboxSelectProps) {
  const { data } = mailboxes;
  const [search, setSearch] = useState('');
  const chosen = data?.find(({ mailboxId }) => mailboxId === value);
  // Without a list the choice can neither be checked nor changed, but it is kept, under the name that another list has for it.
  const kept = useNameElsewhere(data === undefined ? value : '');
  const choices = mailboxChoices(data ?? []);
  const searchable = choices.length > SEARCH_FROM;
  const matches = matcherOf(searchable ? search : '');
  const found = choices.filter(({ searched }) => matches(searched));
  const shown = choices.filter((choice) => choice.value === value || found.includes(choice));
  const hint =
    chosen !== undefined ? (
      <MailboxNow {...chosen} />
    ) : data !== undefined ? (
      words.rangeIsInItsTime
    ) : mailboxes.isError ? (
      words.notKnown(deskKey.label)
    ) : (
      words.notKnownYet(deskKey.label)
    );
  return (
    <div className={searchable ? styles['choice'] : undefined}>
      <Field label={words.mailbox} error={data === undefined ? undefined : error} hint={hint}>
        {(control) => (
          <Select
            {...control}
            value={chosen === undefined && kept === null ? '' : value}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          >
            <option value="" disabled>
              {words.chooseMailbox}
            </option>
            {kept !== null && <option value={value}>{kept}</option>}
            {shown.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {searchable && (
        <Field label={words.findByName} hint={<output>{foundInWords(search, found)}</output>}>
          {(control) => (
            <SearchInput
              {...control}
              value={search}
              onChange={setSearch}
              onEnter={() => {
                const [only, ...others] = found;
                if (only !== undefined && others.length === 0) onChange(only.value);
              }}
            />
          )}
        </Field>
      )}
    </div>
  );
}

function foundInWords(search: string, found: readonly { readonly label: string }[]): string {
  if (search.trim() === '') return '';
  const [only, ...others] = found;
  if (only === undefined) return words.noneFound;
  return others.length === 0 ? words.enterChooses(only.label) : words.found(found.length);
}

/** The name of a mailbox by any list that was read; its id where none has it, null for no mailbox. */
function useNameElsewhere(mailboxId: string): string | null {
  const queryClient = useQueryClient();
  if (mailboxId === '') return null;
  const known = knownMailboxes(queryClient).find((mailbox) => mailbox.mailboxId === mailboxId);
  return known?.mailboxName ?? mailboxId;
}

function MailboxNow({ timeZone, mailboxEmail }: Mailbox) {
  const now = useClockValue((at) => formatInstant(at, { timeZone }));
  return <>{mailboxEmail === '' ? words.timeNow(now) : words.addressAndTimeNow(mailboxEmail, now)}</>;
}
