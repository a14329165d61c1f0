// Preferences out to a file, in from one, and back to what they were at first.
import { useRef, useState } from 'react';
import { download } from '#src/exports/download.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { plural } from '#src/ui/number-format.ts';
import { LARGEST_FILE, preferencesFromFile, preferencesToFile } from './preference-file.ts';
import type { Preference } from './preference.ts';
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
      tell(`“${file.name}” is no file of preferences of this desk. Nothing was changed.`);
      return;
    }
    const { choices, notes } = found;
    for (const { preference, value } of choices) preference.set(value);
    tell(
      choices.length === 0
        ? `Nothing in “${file.name}” could be taken. Nothing was changed.`
        : `${plural(choices.length, 'preference', 'preferences')} taken from “${file.name}”.`,
      notes,
    );
  }

  function reset() {
    for (const { set, answers } of preferences) set(answers[0].value);
    onReset();
    tell('Every preference is as it was at first.');
  }

  return (
    <>
      <p className={styles['note']}>
        A file holds the choices of this page. Notifications are not among them: each browser asks for them
        itself.
      </p>
      <div className={styles['actions']}>
        <Button
          icon="download"
          onClick={() =>
            download(new Blob([preferencesToFile(preferences)], { type: 'application/json' }), FILE_NAME)
          }
        >
          Export preferences
        </Button>
        <Button onClick={() => input.current?.click()}>Import preferences</Button>
        <Button variant="quiet" onClick={reset}>
          Reset
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label="File with preferences"
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
        <section aria-label="Outcome">
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
