// Which report is launched, by the names that operators know, with what it counts and what its key must be able to do.
import { isReportId, REPORTS, reportOf } from '#src/contract/reports.ts';
import type { ReportId } from '#src/contract/reports.ts';
import type { SeenScopes } from '#src/failures/key-scopes.ts';
import { Field } from '#src/ui/field.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { Select } from '#src/ui/select.tsx';
import { missingScopes, reportInWords, scopesInWords } from './report-text.ts';
import * as words from './words.ts';
import styles from './launch-form.module.css';

type ReportFieldProps = {
  report: ReportId;
  /** The key that it would be launched with, and what that one was seen to be able to do; null while none is chosen. */
  deskKey: ({ readonly label: string } & SeenScopes) | null;
  error: string | undefined;
  onChange: (report: ReportId) => void;
};

export function ReportField({ report, deskKey, error, onChange }: ReportFieldProps) {
  const entry = reportOf(report);
  const missing = deskKey === null ? null : missingScopes(entry, deskKey);
  return (
    <div data-field="report">
      <Field
        label={words.report}
        error={error}
        hint={
          <>
            {reportInWords(report)} {scopesInWords(entry)}
            {missing !== null && (
              <span className={styles['lock']} data-tone="waiting">
                <Icon name="lock" />
                <span>{missing}</span>
              </span>
            )}
          </>
        }
      >
        {(control) => (
          <Select
            {...control}
            value={report}
            onChange={({ target }) => {
              if (isReportId(target.value)) onChange(target.value);
            }}
          >
            {REPORTS.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
