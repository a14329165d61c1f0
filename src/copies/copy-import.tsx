// Reads a copy from a file that this or another desk has written.
import { useRef, useState } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { formatBytes, plural } from '#src/ui/number-format.ts';
import { runTitle } from '#src/records/words.ts';
import { useCopies } from './copies-context.tsx';
import { LARGEST_FILE, readCopyFile } from './copy-file.ts';
import type { FileReading } from './copy-file.ts';
import styles from './copies.module.css';

const REFUSALS: Readonly<Record<Exclude<FileReading['kind'], 'read'>, string>> = {
  'too-large': `The file is larger than ${formatBytes(LARGEST_FILE)}, so it was not read.`,
  'not-json': 'The file is not JSON, so there is no copy in it.',
  'not-a-copy': 'The file is not a copy that this version of Report Desk can read.',
};

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
    if (reading.kind !== 'read') return `${file.name}: ${REFUSALS[reading.kind]}`;
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
    if (saved === 'not-saved')
      return 'The copy was not kept: this browser has no room for it, or does not allow it.';
    const part = head.complete ? '' : ' Only a part of the result is in it.';
    return `${runTitle(head)}, ${plural(rows.length, 'row', 'rows')}, is in the list.${part}`;
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
        aria-label="File of a saved copy"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void take(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button icon="plus" busy={state.busy} onClick={() => input.current?.click()}>
        Read a copy from a file
      </Button>
      <output className={styles['muted']}>{state.text}</output>
    </div>
  );
}
