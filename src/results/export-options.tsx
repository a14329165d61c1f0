// How CSV files are written, for the program that is to open them.
import { useState } from 'react';
import { exportSettings } from '#src/exports/export-settings.ts';
import { useRemembered } from '#src/ui/remembered.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { ChoiceGroup } from '#src/ui/choice-group.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import * as words from './export-words.ts';
import styles from './export-bar.module.css';

export function ExportOptions() {
  const [open, setOpen] = useState(false);
  const settings = useRemembered(exportSettings);
  return (
    <>
      <Button variant="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.csvOptions}
      </Button>
      <Dialog
        open={open}
        title={words.csvOptions}
        onClose={() => setOpen(false)}
        actions={
          <Button variant="primary" onClick={() => setOpen(false)}>
            {words.done}
          </Button>
        }
      >
        <div className={styles['options']}>
          <ChoiceGroup
            legend={words.separator}
            hint={words.separatorHint}
            choices={[
              { value: 'comma', label: words.separators.comma },
              { value: 'semicolon', label: words.separators.semicolon },
              { value: 'tab', label: words.separators.tab },
            ]}
            value={settings.separator}
            onChange={(separator) => exportSettings.set({ ...settings, separator })}
          />
          <Checkbox
            label={words.byteOrderMark}
            hint={words.byteOrderMarkHint}
            checked={settings.mark}
            onChange={({ currentTarget: { checked } }) => exportSettings.set({ ...settings, mark: checked })}
          />
        </div>
      </Dialog>
    </>
  );
}
