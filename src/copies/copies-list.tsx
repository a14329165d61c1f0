// All saved copies: found by a word, opened, exported, and removed one by one or all at once.
import { useRef, useState } from 'react';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { CopyItem } from './copy-item.tsx';
import { matchingCopies } from './copy-list.ts';
import { RemoveCopies } from './remove-copies.tsx';
import type { SavedCopy } from './saved-copy.ts';
import * as words from './words.ts';
import styles from './copies.module.css';

export function CopiesList({ copies }: { copies: readonly SavedCopy[] }) {
  const announce = useAnnounce();
  const [search, setSearch] = useState('');
  const [leaving, setLeaving] = useState<readonly SavedCopy[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const found = matchingCopies(copies, search);

  function close(removed: boolean) {
    setLeaving([]);
    if (!removed) return;
    announce(words.removed(leaving.length));
    // The button went with its copy: the focus stays on the page.
    (list.current ?? document.getElementById('main'))?.focus({ preventScroll: true });
  }

  return (
    <>
      <div className={styles['head']}>
        <Field label={words.findCopy} className={styles['search']}>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              value={search}
              onChange={({ currentTarget: { value } }) => setSearch(value)}
            />
          )}
        </Field>
        <Button variant="quiet" icon="trash" onClick={() => setLeaving(found)}>
          {found.length === copies.length ? words.removeAll : words.removeThese(found.length)}
        </Button>
      </div>
      <output className={styles['muted']}>
        {search.trim() !== '' && words.foundOf(found.length, copies.length)}
      </output>
      {found.length > 0 && (
        <ul ref={list} tabIndex={-1} className={styles['list']} aria-label={words.savedCopies}>
          {found.map((copy) => (
            <CopyItem key={copy.id} copy={copy} onRemove={() => setLeaving([copy])} />
          ))}
        </ul>
      )}
      {leaving.length > 0 && <RemoveCopies copies={leaving} onClose={close} />}
    </>
  );
}
