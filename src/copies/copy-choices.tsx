// How long copies are kept, and which results are saved without being asked.
import { REPORTS } from '#src/contract/reports.ts';
import type { ReportId } from '#src/contract/reports.ts';
import { useRemembered } from '#src/ui/remembered.ts';
import { MultiChoiceGroup } from '#src/ui/choice-group.tsx';
import { Field } from '#src/ui/field.tsx';
import { Select } from '#src/ui/select.tsx';
import { AUTOMATIC_REPORTS, copySettings, KEPT_DAYS } from './copy-settings.ts';
import * as words from './words.ts';

export function CopyChoices() {
  const settings = useRemembered(copySettings);
  return (
    <>
      <Field label={words.keepCopies} hint={words.keepCopiesHint}>
        {(control) => (
          <Select
            {...control}
            value={settings.kept}
            onChange={({ currentTarget: { value } }) => {
              const kept = KEPT_DAYS.find((days) => days === value);
              if (kept !== undefined) copySettings.set({ ...settings, kept });
            }}
          >
            {KEPT_DAYS.map((days) => (
              <option key={days} value={days}>
                {words.keptDays[days]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <MultiChoiceGroup<ReportId>
        legend={words.saveByItself}
        hint={words.saveByItselfHint}
        choices={REPORTS.map(({ id, title }) => ({
          value: id,
          label: title,
          ...(!AUTOMATIC_REPORTS.includes(id) && { disabledReason: words.saveByHand }),
        }))}
        values={settings.automatic}
        onChange={(automatic) => copySettings.set({ ...settings, automatic })}
      />
    </>
  );
}
