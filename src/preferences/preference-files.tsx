// Preferences out to a file, in from one, and back to what they were at first.
import { useRef, useState } from 'react';
import { download } from '#src/exports/download.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { LARGEST_FILE, preferencesFromFile, preferencesToFile } from './preference-file.ts';
import type { Preference } from './preference.ts';
import * as words from './words.ts';
import styles from './preferences-page.module.css';

const FILE_NAME = 'report-desk-preferences.json';

type Outcome = { readonly title: string; readonly notes: readonly string[] };

type PreferenceFilesProps = { readonly preferences: readonly Preference[]; readonly onReset: () => void };

export function PreferenceFiles({ preferences, onReset }: PreferenceFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  function tell(title: string, notes: readonly string[] = []) {
    setOutcome({ title, notes });
    announce(title);
  }

  async function take(file: File) {
    const text = file.size > LARGEST_FILE ? null : await file.text().catch(() => null);
    const found = text === null ? null : preferencesFromFile(text, preferences);
    if (found === null) {
      tell(words.noPreferences(file.name));
      return;
    }
    const { choices, notes } = found;
    for (const { preference, value } of choices) preference.set(value);
    tell(
      choices.length === 0 ? words.nothingTaken(file.name) : words.taken(choices.length, file.name),
      notes,
    );
  }

  function reset() {
    for (const { set, answers } of preferences) set(answers[0].value);
    onReset();
    tell(words.wasReset);
  }

  return (
    <>
      <p className={styles['note']}>{words.aboutFile}</p>
      <div className={styles['actions']}>
        <Button
          icon="download"
          onClick={() =>
            download(new Blob([preferencesToFile(preferences)], { type: 'application/json' }), FILE_NAME)
          }
        >
          {words.exportPreferences}
        </Button>
        <Button onClick={() => input.current?.click()}>{words.importPreferences}</Button>
        <Button variant="quiet" onClick={reset}>
          {words.reset}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={words.fileWithPreferences}
          tabIndex={-1}
          className="visually-hidden"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file can be chosen once more.
            if (file !== undefined) void take(file).finally(() => (target.value = ''));
          }}
        />
      </div>
      {outcome !== null && (
        <section aria-label={words.outcome}>
          <p>{outcome.title}</p>
          {outcome.notes.length > 0 && (
            <ul>
              {outcome.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}
