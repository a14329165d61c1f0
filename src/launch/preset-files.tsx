// Presets to a file and from one. What a file could not give is said entry by entry.
import { useRef, useState } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { LARGEST_FILE, presetsFromFile, presetsToFile } from './preset-file.ts';
import { browserPresets } from './preset-store.ts';
import type { Preset } from './preset-store.ts';
import * as words from './preset-words.ts';
import styles from './preset-manager.module.css';

const FILE_NAME = 'report-desk-presets.json';
/** How long a browser may take to begin to save a file, in ms. */
const KEPT_FOR_MS = 60_000;

/** What came of reading a file, in words: the first line says it all, the others what an operator should know. */
type Outcome = { readonly title: string; readonly notes: readonly string[] };

export function PresetFiles({ presets }: { presets: readonly Preset[] }) {
  const { uuid } = useDesk().environment;
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function read(file: File) {
    const text = file.size > LARGEST_FILE ? null : await file.text().catch(() => null);
    const found = text === null ? null : presetsFromFile(text, browserPresets.all(), uuid);
    if (found !== null && found.added.length > 0) browserPresets.put(...found.added);
    const title =
      found === null ? words.noFileOfPresets(file.name) : words.takenIn(found.added.length, file.name);
    setOutcome({ title, notes: found?.notes ?? [] });
    announce(title);
  }

  return (
    <div className={styles['form']}>
      <div className={styles['actions']}>
        <Button
          icon="download"
          disabledReason={presets.length === 0 ? words.noneYet : undefined}
          onClick={() => save(presets)}
        >
          {words.exportPresets}
        </Button>
        <Button onClick={() => input.current?.click()}>{words.importPresets}</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={words.fileWithPresets}
          tabIndex={-1}
          className="visually-hidden"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file can be chosen once more.
            if (file !== undefined) void read(file).finally(() => (target.value = ''));
          }}
        />
      </div>
      {outcome !== null && (
        <section aria-label={words.importOutcome}>
          <p>{outcome.title}</p>
          {outcome.notes.length > 0 && (
            <ul>
              {outcome.notes.map((note, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- two entries may have the same to be said of them
                <li key={index}>{note}</li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  );
}

function save(presets: readonly Preset[]) {
  const url = URL.createObjectURL(new Blob([presetsToFile(presets)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, KEPT_FOR_MS);
}
