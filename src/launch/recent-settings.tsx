// The settings that were launched last, folded away: one press fills the form with them, and Back brings the earlier ones back.
import { Link } from 'react-router';
import { describeRequest, reportTitle } from '#src/records/describe-request.ts';
import { useRecords } from '#src/runs/desk-context.tsx';
import { Details } from '#src/ui/details.tsx';
import { zoneLabel } from '#src/ui/time-format.ts';
import { writeForm } from './form-state.ts';
import { fewNames } from './launch-summary-text.ts';
import { recentForm, recentSettings } from './recent-list.ts';
import type { RecentSettings } from './recent-list.ts';
import * as words from './words.ts';
import styles from './preset-bar.module.css';

/** As many as can be told apart at a glance. */
const MOST = 6;

/** Several mailboxes need not share a zone. */
function whatOf({ record, mailboxes, compared }: RecentSettings): string {
  const request = describeRequest(record);
  const zone = `, ${zoneLabel(record.mailbox.timeZone)}`;
  const said = mailboxes.length > 1 ? request.replace(zone, '') : request;
  return compared ? words.withPeriodBefore(said) : said;
}

type RecentSettingsProps = { readonly keyId: string; readonly keys: ReadonlySet<string> };

export function RecentSettingsList({ keyId, keys }: RecentSettingsProps) {
  const recent = recentSettings(useRecords(), MOST);
  if (recent.length === 0) return null;
  return (
    <Details summary={words.recentSettings}>
      <ul className={styles['recent']}>
        {recent.map((settings) => (
          <li key={settings.record.id}>
            <Link to={{ search: writeForm(recentForm(settings, keyId, keys)).toString() }}>
              {reportTitle(settings.record)} · {fewNames(settings.mailboxes.map(({ name }) => name))}
            </Link>
            <span className={styles['what']}>{whatOf(settings)}</span>
          </li>
        ))}
      </ul>
    </Details>
  );
}
