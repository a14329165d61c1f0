// How long copies are kept, and which results are saved without being asked.
import { REPORTS } from '#src/contract/reports.ts';
import type { ReportId } from '#src/contract/reports.ts';
import { useRemembered } from '#src/ui/remembered.ts';
import { MultiChoiceGroup } from '#src/ui/choice-group.tsx';
import { Field } from '#src/ui/field.tsx';
import { Select } from '#src/ui/select.tsx';
import { AUTOMATIC_REPORTS, copySettings, KEPT_DAYS } from './copy-settings.ts';
import type { KeptDays } from './copy-settings.ts';

const KEPT_WORDS: Readonly<Record<KeptDays, string>> = {
  '30': '30 days',
  '90': '90 days',
  '365': '365 days',
  ever: 'Until they are removed',
};

export function CopyChoices() {
  const settings = useRemembered(copySettings);
  return (
    <>
      <Field label="Keep copies" hint="Older ones are removed when the desk is next opened.">
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
                {KEPT_WORDS[days]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <MultiChoiceGroup<ReportId>
        legend="Save by itself"
        hint="Finished results of these reports are saved while this desk is open and in sight, with requests that nobody else needs: only while less than half of the minute’s are used."
        choices={REPORTS.map(({ id, title }) => ({
          value: id,
          label: title,
          ...(!AUTOMATIC_REPORTS.includes(id) && {
            disabledReason: 'Lists of messages tell of people: save those by hand.',
          }),
        }))}
        values={settings.automatic}
        onChange={(automatic) => copySettings.set({ ...settings, automatic })}
      />
    </>
  );
}
