// Exactly what will be sent: method, path and query, body; and as a cURL line with a placeholder in place of the key.
import { launchBody, launchTarget } from '#src/contract/reports.ts';
import { curlOf } from '#src/failures/curl.ts';
import { describeRequest } from '#src/records/describe-request.ts';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { Details } from '#src/ui/details.tsx';
import type { ReadyLaunch } from './build-request.ts';
import * as words from './summary-words.tsx';
import styles from './launch-summary.module.css';

type ExactRequestProps = {
  readonly launches: readonly ReadyLaunch[];
  /** The API's origin. */
  readonly origin: string;
};

export function ExactRequest({ launches, origin }: ExactRequestProps) {
  return (
    <Details summary={launches.length === 1 ? words.exactRequest : words.exactRequests(launches.length)}>
      <ul className={styles['requests']}>
        {launches.map(({ request, mailbox }) => (
          <li key={launchBody(request)} className={styles['request']}>
            {launches.length > 1 && (
              <p>
                {mailbox.mailboxName},{' '}
                {describeRequest({
                  request,
                  mailbox: { name: mailbox.mailboxName, timeZone: mailbox.timeZone },
                })}
              </p>
            )}
            <code className={styles['code']}>POST {launchTarget(request)}</code>
            <code className={styles['code']}>{launchBody(request)}</code>
          </li>
        ))}
      </ul>
      <div>
        <CopyButton text={() => curlLines(launches, origin)} variant="secondary" size="small">
          {words.copyAsCurl}
        </CopyButton>
      </div>
    </Details>
  );
}

function curlLines(launches: readonly ReadyLaunch[], origin: string): string {
  return launches
    .map(({ request }) =>
      curlOf({ method: 'POST', origin, target: launchTarget(request), body: launchBody(request) }),
    )
    .join('\n');
}
