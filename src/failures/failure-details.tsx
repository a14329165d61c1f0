// The evidence of a failure, folded away: what was asked, what came back, and when.
import { CopyButton } from '#src/ui/copy-button.tsx';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Details } from '#src/ui/details.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { formatRelative } from '#src/ui/time-format.ts';
import { actionLabel } from './actions.ts';
import { detailsText } from './evidence.ts';
import * as words from './panel-words.tsx';
import { isLaunch, plainText, unasked, writtenTime } from './phrases.ts';
import { RawReply } from './raw-reply.tsx';
import type { FailureView } from './view.ts';
import styles from './failure-panel.module.css';

/** *Details* of a failure, with *Copy details*. Everything in it is redacted plain text. */
export function FailureDetails({ failure }: { failure: FailureView }) {
  const age = useClockValue((now) => formatRelative(failure.at, now));
  const { status, code, message, method, target, requestId, at, raw } = failure;
  const why = unasked(failure);
  const whose = failure.kind === 'crashed' ? words.message : words.messageOfServer;
  return (
    <Details>
      {why !== null && <p>{why}</p>}
      <DefinitionList
        items={[
          { term: words.httpStatus, value: status ?? words.none },
          { term: words.errorCode, value: code === null ? words.none : <Code text={code} /> },
          { term: whose, value: message === null ? words.none : <bdi>{plainText(message)}</bdi> },
          { term: words.request, value: target === '' ? words.none : <Code text={`${method} ${target}`} /> },
          ...(isLaunch(failure) && failure.launchBody !== undefined
            ? [{ term: words.body, value: <Code text={failure.launchBody} /> }]
            : []),
          { term: words.requestId, value: requestId === null ? words.none : <Code text={requestId} /> },
          { term: words.time, value: words.writtenAndAge(writtenTime(at, failure), age) },
        ]}
      />
      {raw !== null && failure.kind !== 'answer-not-understood' && <RawReply text={raw} />}
      <div>
        <CopyButton text={() => detailsText(failure)} variant="secondary" size="small">
          {actionLabel('copy-details')}
        </CopyButton>
      </div>
    </Details>
  );
}

function Code({ text }: { text: string }) {
  return <code className={styles['code']}>{plainText(text)}</code>;
}
