// The form's state on the page, kept in step with the query string. What is entered is held here and written to the address a moment
// later: browsers limit how often an address may change, and the fields must not wait for it.
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { readForm } from './form-of-record.ts';
import { RECORD_IN_LINK, writeForm } from './form-state.ts';
import type { FormState } from './form-state.ts';

const WRITE_AFTER_MS = 200;

export type FormEditing = {
  readonly form: FormState;
  readonly change: (part: Partial<FormState>) => void;
  /** Writes to the address now what is not there yet. */
  readonly flush: () => void;
};

export function useFormState(): FormEditing {
  const [query, setQuery] = useSearchParams();
  const address = query.toString();
  const [form, setForm] = useState(() => readForm(query));
  // Two changes may come before the next rendering; the second stands on the first.
  const latest = useRef(form);
  // What was last read from the address or written to it: any other address was put there by a link, or by Back.
  const known = useRef(address);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function take(next: FormState) {
    latest.current = next;
    setForm(next);
  }

  useEffect(() => {
    if (address === known.current) return;
    known.current = address;
    clearTimeout(timer.current);
    take(readForm(new URLSearchParams(address)));
  }, [address]);

  // The link of a card brings a record along: the address becomes that of the form, which can be read, shared and edited.
  useEffect(() => {
    if (!new URLSearchParams(address).has(RECORD_IN_LINK)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, 0);
  });

  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  function flush() {
    clearTimeout(timer.current);
    if (timer.current === undefined) return;
    timer.current = undefined;
    const next = writeForm(latest.current);
    known.current = next.toString();
    setQuery(next, { replace: true });
  }

  return {
    form,
    change(part) {
      take({ ...latest.current, ...part });
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, WRITE_AFTER_MS);
    },
    flush,
  };
}
