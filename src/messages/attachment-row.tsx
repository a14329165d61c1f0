// One attachment: what it is, its download, and what kept that from working.
import { useState } from 'react';
import type { KeyChoice } from '#src/connection/key-dialogs.ts';
import type { Attachment } from '#src/contract/attachments.ts';
import type { Scope } from '#src/contract/reports.ts';
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import type { FailureView } from '#src/failures/view.ts';
import { failureFrom } from '#src/records/failure.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { Button } from '#src/ui/button.tsx';
import { formatBytes } from '#src/ui/number-format.ts';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { StatusMark } from '#src/ui/status.tsx';
import { attachmentLine, NOT_FILES, progressText, shownName } from './attachment-text.ts';
import { contentTarget } from './attachments-query.ts';
import { MOST_IN_MEMORY, tooLargeReason } from './file-target.ts';
import { useCallHandlers } from './use-call-handlers.ts';
import { useDownload } from './use-download.ts';
import type { AttachmentDownload } from './use-download.ts';
import * as words from './words.tsx';
import styles from './attachments.module.css';

const SCOPES: readonly Scope[] = ['messages:content'];

type AttachmentRowProps = {
  readonly messageId: string;
  readonly attachment: Attachment;
  /** The key that contents are read with. */
  readonly usedKey: KeyChoice;
  /** Another key was given for this content; the others are read with it from now on too. */
  readonly onKey: (key: KeyChoice) => void;
  /** What is known of every failure here. */
  readonly facts: Partial<FailureView>;
};

export function AttachmentRow({ messageId, attachment, usedKey, onKey, facts }: AttachmentRowProps) {
  const download = useDownload(messageId, attachment);
  const notFile = useNotFile(messageId, attachment);
  const handlers = useCallHandlers({
    usedKey,
    scopes: SCOPES,
    again: () => download.again(),
    onKey(key) {
      onKey(key);
      download.again(key.id);
    },
  });
  const { busy } = download;
  const failure = notFile.failure ?? download.failure;
  const name = shownName(attachment);

  function press() {
    if (busy) download.cancel();
    else if (!notFile.explain()) download.start(usedKey.id);
  }

  return (
    <li className={styles['attachment']}>
      <div className={styles['what']}>
        <bdi className={styles['name']}>{name}</bdi>
        <span className={styles['kind']}>{attachmentLine(attachment)}</span>
      </div>
      <Button
        size="small"
        icon={busy ? 'close' : 'download'}
        disabledReason={disabledReason(messageId, attachment)}
        onClick={press}
      >
        {(busy ? words.cancel : words.download)(<span className="visually-hidden">{name}</span>)}
      </Button>
      <Outcome download={download} />
      {failure !== null && (
        <div className={styles['wide']}>
          <FailurePanel
            size="card"
            headingLevel={3}
            failure={{ ...facts, ...failure, subject: name, keyLabel: usedKey.label }}
            handlers={handlers}
          />
        </div>
      )}
    </li>
  );
}

function disabledReason(messageId: string, attachment: Attachment): string | undefined {
  if (contentTarget(messageId, attachment.id) === null) return words.noAddress;
  return tooLargeReason(attachment.size) ?? undefined;
}

/** The failure of what the list already says is no file: shown when it is asked for, without a request. */
function useNotFile(messageId: string, { id, attachmentType }: Attachment) {
  const { clock } = useDesk().environment;
  const [failure, setFailure] = useState<FailureView | null>(null);
  const kind = NOT_FILES[attachmentType];
  return {
    failure,
    /** Says whether there was anything to explain. */
    explain(): boolean {
      if (kind === undefined) return false;
      const request = {
        method: 'GET' as const,
        target: contentTarget(messageId, id) ?? '',
        at: clock.now(),
      };
      setFailure({ ...failureFrom('not-downloadable', request, null), attachment: kind, asked: false });
      return true;
    },
  };
}

/** How far it is, or what became of it. */
function Outcome({ download: { busy, progress, outcome } }: { download: AttachmentDownload }) {
  if (busy) {
    const total = progress?.total ?? null;
    const text = progress === null ? words.askedFor : progressText(progress.received, total);
    return (
      <div className={styles['wide']}>
        <ProgressBar
          label={words.downloaded}
          value={progress === null || total === null ? null : (progress.received / Math.max(1, total)) * 100}
          valueText={text}
        />
        <span className={styles['kind']}>{text}</span>
      </div>
    );
  }
  if (outcome === null) return null;
  const { tone, icon, text } = OUTCOMES[outcome];
  return (
    <div className={styles['wide']}>
      <StatusMark tone={tone} icon={icon}>
        {text}
      </StatusMark>
    </div>
  );
}

const OUTCOMES = {
  saved: { tone: 'done', icon: 'done', text: words.saved },
  'too-large': {
    tone: 'waiting',
    icon: 'alert',
    text: words.tooLarge(formatBytes(MOST_IN_MEMORY)),
  },
  'not-written': {
    tone: 'danger',
    icon: 'alert',
    text: words.notWritten,
  },
} as const;
