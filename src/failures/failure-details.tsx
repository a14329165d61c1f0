// The evidence of a failure, folded away: what was asked, what came back, and when.
import { CopyButton } from '#src/ui/copy-button.tsx';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Details } from '#src/ui/details.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { formatRelative } from '#src/ui/time-format.ts';
import { detailsText } from './evidence.ts';
import { RawReply } from './raw-reply.tsx';
import type { FailureView } from './view.ts';
import { isLaunch, plainText, unasked, writtenTime } from './words.ts';
import styles from './failure-panel.module.css';

const NONE = 'None';

/** *Details* of a failure, with *Copy details*. Everything in it is redacted plain text. */
export function FailureDetails({ failure }: { failure: FailureView }) {
  const age = useClockValue((now) => formatRelative(failure.at, now));
  const { status, code, message, method, target, requestId, at, raw } = failure;
  const why = unasked(failure);
  const whose = failure.kind === 'crashed' ? 'Message' : 'Server’s message';
  return (
    <Details>
      {why !== null && <p>{why}</p>}
      <DefinitionList
        items={[
          { term: 'HTTP status', value: status ?? NONE },
          { term: 'error.code', value: code === null ? NONE : <Code text={code} /> },
          { term: whose, value: message === null ? NONE : <bdi>{plainText(message)}</bdi> },
          { term: 'Request', value: target === '' ? NONE : <Code text={`${method} ${target}`} /> },
          ...(isLaunch(failure) && failure.launchBody !== undefined
            ? [{ term: 'Body', value: <Code text={failure.launchBody} /> }]
            : []),
          { term: 'Request id', value: requestId === null ? NONE : <Code text={requestId} /> },
          { term: 'Time', value: `${writtenTime(at, failure)}, ${age}` },
        ]}
      />
      {raw !== null && failure.kind !== 'answer-not-understood' && <RawReply text={raw} />}
      <div>
        <CopyButton text={() => detailsText(failure)} variant="secondary" size="small">
          Copy details
        </CopyButton>
      </div>
    </Details>
  );
}

function Code({ text }: { text: string }) {
  return <code className={styles['code']}>{plainText(text)}</code>;
}
