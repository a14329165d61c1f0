// Another name for a preset. One that is taken, or none, is not taken on.
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { isSameName } from './preset-file.ts';
import { browserPresets, NAME_LENGTH, usePresets } from './preset-store.ts';
import type { Preset } from './preset-store.ts';
import * as words from './preset-words.ts';
import styles from './preset-manager.module.css';

export function PresetRename({ preset, onDone }: { preset: Preset; onDone: () => void }) {
  const presets = usePresets();
  const [name, setName] = useState(preset.name);
  const taken = presets.some(({ id, name: other }) => id !== preset.id && isSameName(other, name));
  const error = name.trim() === '' ? words.enterName : taken ? words.nameTaken : undefined;

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (error !== undefined) return;
    browserPresets.put({ ...preset, name: name.trim() });
    onDone();
  }

  return (
    <form noValidate className={styles['rename']} onSubmit={submit}>
      <Field label={words.newName} error={error}>
        {(control) => (
          <TextInput
            {...control}
            // What was pressed makes room for this field.
            ref={(input) => {
              input?.focus();
            }}
            maxLength={NAME_LENGTH}
            autoComplete="off"
            value={name}
            onChange={({ target }) => {
              setName(target.value);
            }}
          />
        )}
      </Field>
      <div className={styles['actions']}>
        <Button type="submit" size="small" variant="primary">
          {words.saveName}
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          {words.keepName(preset.name)}
        </Button>
      </div>
    </form>
  );
}
