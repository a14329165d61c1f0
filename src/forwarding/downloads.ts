// Attachments: passed on as they come, never shared, never kept, and never as anything a browser would show or run.
import { DESK_HEADERS } from '#src/contract/desk.ts';
import type { ApiTarget } from './allow-list.ts';
import type { Budget } from '#src/upstream/budget.ts';
import { budgetRefusal } from './budget-refusal.ts';
import type { Exchange } from '#src/upstream/exchange.ts';
import { withoutKey } from '#src/upstream/key-echo.ts';
import type { LoadedKey } from './keys.ts';
import { refuse } from './problem.ts';
import { READ_FAILURES } from './reads.ts';
import { reply, replyHeaders } from './reply-headers.ts';
import { passOn, readWhole } from '#src/upstream/response-body.ts';
import type { Sleep } from '#src/upstream/time.ts';

// A name to save under, in the forms of RFC 6266; anything else is replaced by no name at all.
const DISPOSITION = /^attachment(;\s*filename\*?=("[^"\\\r\n]*"|[^\s;"]+)){1,2}$/i;

/**
 * Passes a download on. `cut` breaks the connection to the client: a file that ends early must not look whole. It returns
 * whether it could.
 */
export async function download(
  request: Request,
  target: ApiTarget,
  key: LoadedKey,
  parts: { exchange: Exchange; budget: Budget; sleep: Sleep },
  cut: () => boolean,
): Promise<Response> {
  const { signal } = request;
  const turn = await parts.budget.acquire('read', signal);
  if (turn.kind !== 'granted') return budgetRefusal(turn);
  const { path, search } = target;
  const answer = await parts.exchange.open({ path, search, key: key.key, accept: '*/*' }, turn.grant, signal);
  if (answer.kind !== 'open') return refuse(READ_FAILURES[answer.kind]);
  const { status, headers, body } = answer;
  if (status === 408) {
    answer.close();
    return refuse('upstream-timeout');
  }
  if (status !== 200 || body === null) {
    const read = await readWhole(body, parts.sleep, signal);
    answer.close();
    if (read.kind !== 'whole') return refuse(READ_FAILURES[read.kind]);
    return reply(status, replyHeaders(headers), withoutKey(read.bytes, key.key));
  }
  const disposition = headers.get('content-disposition') ?? '';
  const length = headers.get('content-length');
  return new Response(
    passOn(body, parts.sleep, signal, (isCut) => {
      answer.close();
      return isCut && cut();
    }),
    {
      status,
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': DISPOSITION.test(disposition) ? disposition : 'attachment',
        [DESK_HEADERS.contentType]: headers.get('content-type') ?? 'application/octet-stream',
        ...(length === null ? {} : { 'Content-Length': length }),
      },
    },
  );
}
