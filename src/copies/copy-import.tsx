// Reads a copy from a file that this or another desk has written.
import { useRef, useState } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { formatBytes } from '#src/ui/number-format.ts';
import { runTitle } from '#src/records/describe-request.ts';
import { useCopies } from './copies-context.tsx';
import { LARGEST_FILE, readCopyFile } from './copy-file.ts';
import * as words from './words.ts';
import styles from './copies.module.css';

export function CopyImport() {
  const { clock, uuid } = useDesk().environment;
  const copies = useCopies();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<{ readonly busy: boolean; readonly text: string }>({
    busy: false,
    text: '',
  });

  async function read(file: File): Promise<string> {
    await copies.open(clock.now());
    const reading = await readCopyFile(file, uuid());
    if (reading.kind !== 'read') {
      return words.notRead(file.name, words.notReadBecause[reading.kind](formatBytes(LARGEST_FILE)));
    }
    const { head, rows, runId } = reading;
    // The same file again is the same copy.
    const known = copies
      .list()
      .copies.find(
        (copy) => copy.source === 'file' && copy.runId === runId && copy.capturedAt === head.capturedAt,
      );
    const saved = await copies.save({
      head: known === undefined ? head : { ...head, id: known.id },
      rows,
      source: 'file',
      runId,
    });
    if (saved === 'not-saved') return words.notKept;
    const kept = words.inTheList(runTitle(head), rows.length);
    return head.complete ? kept : `${kept} ${words.partInFile}`;
  }

  async function take(file: File) {
    setState({ busy: true, text: '' });
    const text = await read(file);
    setState({ busy: false, text });
  }

  return (
    <div className={styles['import']}>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.copyFile}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void take(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button icon="plus" busy={state.busy} onClick={() => input.current?.click()}>
        {words.readFromFile}
      </Button>
      <output className={styles['muted']}>{state.text}</output>
    </div>
  );
}
