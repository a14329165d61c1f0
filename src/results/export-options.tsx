// How CSV files are written, for the program that is to open them.
import { useState } from 'react';
import { exportSettings } from '#src/exports/export-settings.ts';
import { useRemembered } from '#src/ui/remembered.ts';
import { Button } from '#src/ui/button.tsx';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { ChoiceGroup } from '#src/ui/choice-group.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import styles from './export-bar.module.css';

export function ExportOptions() {
  const [open, setOpen] = useState(false);
  const settings = useRemembered(exportSettings);
  return (
    <>
      <Button variant="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        CSV options
      </Button>
      <Dialog
        open={open}
        title="CSV options"
        onClose={() => setOpen(false)}
        actions={
          <Button variant="primary" onClick={() => setOpen(false)}>
            Done
          </Button>
        }
      >
        <div className={styles['options']}>
          <ChoiceGroup
            legend="Separator"
            hint="Spreadsheets in languages that write 1,5 for one and a half expect semicolons."
            choices={[
              { value: 'comma', label: 'Comma' },
              { value: 'semicolon', label: 'Semicolon' },
              { value: 'tab', label: 'Tab' },
            ]}
            value={settings.separator}
            onChange={(separator) => exportSettings.set({ ...settings, separator })}
          />
          <Checkbox
            label="Begin with a byte order mark"
            hint="Excel then reads names with accents as they are. Most other programs do without."
            checked={settings.mark}
            onChange={({ currentTarget: { checked } }) => exportSettings.set({ ...settings, mark: checked })}
          />
        </div>
      </Dialog>
    </>
  );
}
