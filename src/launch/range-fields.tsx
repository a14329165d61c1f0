// The range in the mailbox's time: presets first, both ends by hand where they are asked for, and beside them what is worth knowing.
import { useState } from 'react';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { PERIODS, reportOf } from '#src/contract/reports.ts';
import { ChoiceGroup } from '#src/ui/choice-group.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { viewerZone } from '#src/ui/time-format.ts';
import type { EnteredRange, FieldErrors } from './build-request.ts';
import type { FormState, RangeEndName } from './form-state.ts';
import { RangeEnds } from './range-ends.tsx';
import { clockNotes, presetInWords } from './range-notes.ts';
import type { RangePlace } from './range-notes.ts';
import { presetsFor } from '#src/range/range-presets.ts';
import type { RangePreset } from '#src/range/range-presets.ts';
import { WeekStartField } from './range-week-start.tsx';
import { manyRowsIn } from './row-estimate.ts';
import { useWeekStart } from '#src/range/week-start.ts';
import * as words from './range-words.ts';
import styles from './range-fields.module.css';

type RangeFieldsProps = {
  form: FormState;
  /** Undefined while none is chosen. */
  mailbox: Mailbox | undefined;
  /** What the preset stands for now: where *Custom* begins. */
  range: EnteredRange;
  errors: FieldErrors;
  onChange: (part: Partial<FormState>) => void;
  onHalfFilled: (end: RangeEndName, isHalf: boolean) => void;
};

export function RangeFields({ form, mailbox, range, errors, onChange, onHalfFilled }: RangeFieldsProps) {
  const { family } = reportOf(form.report);
  const weekStart = useWeekStart();
  const place =
    mailbox === undefined ? null : { timeZone: mailbox.timeZone, viewerZone: viewerZone(), weekStart };
  // What *Custom* was begun with by the form: as long as nothing else was entered, another preset may take its place. Null where the ends
  // are the operator's, who may have left or made them empty on purpose.
  const [begun, setBegun] = useState<EnteredRange | null>(
    form.preset === 'custom' ? null : { start: '', end: '' },
  );
  // The browser keeps what is half filled in, as long as its fields are there.
  const [opened, setOpened] = useState(form.preset === 'custom');
  if (form.preset === 'custom' && !opened) setOpened(true);

  function choose(preset: RangePreset) {
    const untouched = begun !== null && form.from === begun.start && form.to === begun.end;
    const begins = preset === 'custom' && range.start !== '' && untouched;
    if (begins) setBegun(range);
    onChange({ preset, ...(begins ? { from: range.start, to: range.end } : {}) });
  }

  const weekly = form.preset === 'this-week' || form.preset === 'last-week';
  const byWeek = family === 'performance' && form.period === 'week';
  return (
    <>
      <div className={styles['range']}>
        <ChoiceGroup
          legend={words.range}
          choices={presetsFor(family)}
          value={form.preset}
          hint={rangeHint(form, range, place)}
          onChange={choose}
        />
        {opened && (
          <div hidden={form.preset !== 'custom'}>
            <RangeEnds
              form={form}
              range={range}
              place={place}
              errors={errors}
              onChange={(part) => {
                setBegun(null);
                onChange(part);
              }}
              onHalfFilled={onHalfFilled}
            />
          </div>
        )}
        <ClockNotes notes={place === null ? [] : clockNotes(form, range, place)} />
      </div>
      {family === 'performance' && (
        <div data-field="period">
          <ChoiceGroup
            legend={words.groupBy}
            look="segments"
            choices={PERIODS.map((value) => ({ value, label: words.periods[value] }))}
            value={form.period}
            hint={mailbox === undefined ? undefined : manyRowsIn(form, range, mailbox, weekStart)}
            error={errors.period}
            onChange={(period) => {
              onChange({ period });
            }}
          />
        </div>
      )}
      {(weekly || byWeek) && <WeekStartField value={weekStart} grouped={byWeek} />}
    </>
  );
}

/** What a named range stands for. */
function rangeHint({ preset }: FormState, range: EnteredRange, place: RangePlace | null): string | undefined {
  if (preset === 'any') return words.anyTime;
  return preset === 'custom' || place === null ? undefined : presetInWords(range, place);
}

function ClockNotes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles['notes']} aria-label={words.changesOfClocks} data-tone="waiting">
      {notes.map((note) => (
        <li key={note} className={styles['note']}>
          <Icon name="info" />
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}
