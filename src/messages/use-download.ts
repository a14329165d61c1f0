// The download of one attachment: begun by a press, shown while it comes, cancelled by another press or when its dialog closes.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { download, NotTakenError } from '#src/client/download.ts';
import type { Downloaded } from '#src/client/download.ts';
import type { Attachment } from '#src/contract/attachments.ts';
import type { DeskCode } from '#src/contract/desk.ts';
import { useCallFailure } from '#src/failures/use-call-failure.ts';
import { useRetryAt } from '#src/failures/use-retry-at.ts';
import type { FailureView } from '#src/failures/view.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import type { RunFailure } from '#src/records/failure.ts';
import { useAnnounce } from '#src/ui/announcer.tsx';
import { attachmentKeys, contentTarget } from './attachments-query.ts';
import { shownName } from './attachment-text.ts';
import { fileName } from './file-name.ts';
import { fileTarget } from './file-target.ts';
import type { FileTarget } from './file-target.ts';
import * as words from './words.tsx';

/** Bytes so far, and in all where that is known. */
type Progress = { readonly received: number; readonly total: number | null };

/** See {@link useDownload}. */
export type AttachmentDownload = {
  readonly busy: boolean;
  /** Null before the first piece. */
  readonly progress: Progress | null;
  /** What became of it: `too-large` was given up, `not-written` could not be saved where the operator chose. */
  readonly outcome: 'saved' | 'too-large' | 'not-written' | null;
  readonly failure: FailureView | null;
  readonly start: (keyId: string) => void;
  /** Once more what failed, with `keyId` where another key was given for it. */
  readonly again: (keyId?: string) => void;
  readonly cancel: () => void;
};

/** What the operator asked for; every try of it reads this. */
type Press = { readonly keyId: string; readonly since: number; readonly file: FileTarget | null };

/** An address that the gateway itself does not forward. */
const NOT_FORWARDED: DeskCode = 'not-found';
/** What is unknown in length is counted in steps of this, in bytes. */
const STEP_BYTES = 1_000_000;

/** Only for an attachment whose content has an address. */
export function useDownload(messageId: string, attachment: Attachment): AttachmentDownload {
  const { clock } = useDesk().environment;
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const press = useRef<Press>({ keyId: '', since: 0, file: null });
  const [keyId, setKeyId] = useState('');
  const [progress, setProgress] = useState<Progress | null>(null);
  const target = contentTarget(messageId, attachment.id) ?? '';
  const queryKey = attachmentKeys.content(messageId, attachment.id);

  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => runTry(signal),
    enabled: false,
    // What is downloaded goes to the disk; a second press reads it again.
    gcTime: 0,
    structuralSharing: false,
    throwOnError: false,
  });
  const isUnwritten = query.error instanceof NotTakenError;
  const failure = useCallFailure(isUnwritten ? { error: null, failureReason: null } : query, {
    context: 'download',
    keyId,
    target,
    downloadable: attachment.attachmentType === 'fileAttachment',
  });

  async function runTry(signal: AbortSignal): Promise<Downloaded> {
    const { keyId: key, since, file } = press.current;
    if (file === null) throw new Error('A download needs somewhere to go');
    const sink = await file.open();
    const onProgress = stepwise(setProgress);
    const { maxBytes } = file;
    try {
      const call = { target, keyId: key, signal, maxBytes, since, take: sink.take, onProgress };
      const got = await download(call, { now: () => clock.now() });
      if (got.kind === 'whole') await sink.finish();
      else sink.discard();
      return got;
    } catch (cause) {
      sink.discard();
      throw cause;
    }
  }

  async function run(next: Press) {
    press.current = next;
    setKeyId(next.keyId);
    setProgress(null);
    const before = query.data;
    const { data, isSuccess } = await query.refetch({ cancelRefetch: false });
    if (isSuccess && data !== before && data.kind === 'whole') announce(words.isSaved(shownName(attachment)));
  }

  async function start(key: string) {
    const file = await fileTarget(fileName(attachment.name), attachment.size);
    if (file !== null) await run({ keyId: key, since: performance.now(), file });
  }

  function again(key = press.current.keyId) {
    void run({ ...press.current, keyId: key, since: performance.now() });
  }

  useRetryAt(failure?.kind === 'rate-limited' && !query.isFetching ? failure.retryAt : null, again);

  return {
    busy: query.isFetching,
    progress: query.isFetching ? progress : null,
    outcome: query.isFetching ? null : isUnwritten ? 'not-written' : outcomeOf(query.isSuccess, query.data),
    failure: goneOf(failure),
    start: (key) => void start(key),
    again,
    cancel: () => void queryClient.cancelQueries({ queryKey }),
  };
}

function outcomeOf(isSuccess: boolean, data: Downloaded | undefined): 'saved' | 'too-large' | null {
  if (!isSuccess || data === undefined) return null;
  return data.kind === 'whole' ? 'saved' : 'too-large';
}

/** Tells only what can be seen: a percent, or a megabyte where the end is not known. */
function stepwise(show: (progress: Progress) => void): (received: number, total: number | null) => void {
  let last = -1;
  return (received, total) => {
    const step = Math.floor(total === null ? received / STEP_BYTES : (received / Math.max(1, total)) * 100);
    if (step === last) return;
    last = step;
    show({ received, total });
  };
}

/**
 * The list has just named the attachment, so its address is right, and a 404 of the API means that Exchange no longer has it: there is
 * nothing more to do about it than about a kind that cannot be downloaded. Without the API's envelope the 404 is somebody else's.
 */
function goneOf(failure: RunFailure | null): FailureView | null {
  const isGone =
    failure?.kind === 'not-recognised' &&
    failure.status === 404 &&
    failure.code !== null &&
    failure.code !== NOT_FORWARDED;
  return isGone ? { ...failure, kind: 'not-downloadable', attachment: 'gone' } : failure;
}
