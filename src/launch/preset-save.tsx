// Saves the form as it is under a name. A name that is taken is taken over only on purpose.
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useDesk } from '#src/runs/desk-context.tsx';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { FormState } from './form-state.ts';
import { isSameName } from './preset-file.ts';
import { presetQuery } from './preset-query.ts';
import { browserPresets, NAME_LENGTH, usePresets } from './preset-store.ts';
import { presetInWords, suggestedName } from './preset-text.ts';
import * as words from './preset-words.ts';
import styles from './preset-manager.module.css';

type PresetSaveProps = { readonly form: FormState; readonly onClose: () => void };

export function PresetSave({ form, onClose }: PresetSaveProps) {
  const { uuid } = useDesk().environment;
  const presets = usePresets();
  const announce = useAnnounce();
  const [name, setName] = useState(() => suggestedName(form));
  const [pinned, setPinned] = useState(false);
  const [pressed, setPressed] = useState(false);
  const taken = presets.find((preset) => isSameName(preset.name, name));
  const query = presetQuery(form);

  function save(id: string) {
    browserPresets.put({ ...taken, id, name: name.trim(), query, pinned });
    announce(words.saved(name.trim()));
    onClose();
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setPressed(true);
    if (name.trim() !== '' && taken === undefined) save(uuid());
  }

  return (
    <Dialog open title={words.saveAsPreset} onClose={onClose} dirty>
      <form noValidate className={styles['form']} onSubmit={submit}>
        <p>{words.keyIsNoPart(presetInWords(query))}</p>
        <Field label={words.name} error={pressed ? errorOf(name, taken !== undefined) : undefined}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={NAME_LENGTH}
              autoComplete="off"
              value={name}
              onChange={({ target }) => {
                setName(target.value);
              }}
            />
          )}
        </Field>
        <Checkbox
          label={words.pinIt}
          hint={words.pinnedFirst}
          checked={pinned}
          onChange={({ target }) => {
            setPinned(target.checked);
          }}
        />
        <div className={styles['actions']}>
          <Button type="submit" variant="primary">
            {words.savePreset}
          </Button>
          {pressed && taken !== undefined && (
            <Button onClick={() => save(taken.id)}>{words.replace(taken.name)}</Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            {words.keepEditing}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function errorOf(name: string, taken: boolean): string | undefined {
  if (name.trim() === '') return words.enterName;
  return taken ? words.nameTakenReplace : undefined;
}
