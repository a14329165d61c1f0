// Whether the period before is launched too, and which period that is.
import { reportOf } from '#src/contract/reports.ts';
import { describeRequest } from '#src/records/describe-request.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import type { PlannedLaunch } from './batch-plan.ts';
import { companionOf } from './compare-request.ts';
import type { CompanionRange } from './compare-request.ts';
import type { FormState } from './form-state.ts';
import * as words from './summary-words.tsx';

type CompareFieldProps = {
  readonly form: FormState;
  /** Empty while the form is not complete. */
  readonly plan: readonly PlannedLaunch[];
  readonly range: CompanionRange;
  readonly onChange: (part: Partial<FormState>) => void;
};

export function CompareField({ form, plan, range, onChange }: CompareFieldProps) {
  return (
    <Checkbox
      label={words.compare}
      hint={hintOf(form, plan, range)}
      checked={form.compare}
      onChange={({ target }) => {
        onChange({ compare: target.checked });
      }}
    />
  );
}

function hintOf(form: FormState, [first]: readonly PlannedLaunch[], range: CompanionRange): string {
  const general = reportOf(form.report).family === 'messages' ? words.compareMessagesHint : words.compareHint;
  if (first === undefined) return general;
  const companion = first.companion ?? companionOf(first.launch, range);
  if (companion.kind === 'none') return `${words.notPossible} ${companion.why}`;
  const { request, mailbox } = companion.launch;
  const which = describeRequest({
    request,
    mailbox: { name: mailbox.mailboxName, timeZone: mailbox.timeZone },
  });
  const said = first.present === null ? words.launchesToo(which) : words.isThereToo(which);
  return companion.note === null ? said : `${said} ${companion.note}`;
}
