// The network between a page and the gateway, as the page's `fetch`: requests and answers are lost, late, cut, replaced by someone
// in between, and sent twice by the browser itself.
import { DESK_HEADERS } from '#src/contract/desk.ts';
import { drops } from './sim-body.ts';
import { networkError, ORIGIN } from './sim-gateway.ts';
import type { Site } from './sim-gateway.ts';
import { never, short } from './sim-world.ts';
import type { World } from './sim-world.ts';

/** Ways in which a call fails between page and gateway, and how often. */
export const PAGE_FAULTS = {
  'request lost': 6,
  'no answer, request lost': 2,
  'error, then arrives late': 3,
  'answer lost': 8,
  'cut under way': 4,
  'sent twice': 8,
  'answered by someone else': 2,
  'answer replaced': 2,
  'body cut': 3,
  slow: 8,
} as const;
/** Those of the second edition. */
export const MORE_PAGE_FAULTS = { ...PAGE_FAULTS, 'body stands still': 3, 'body in drops': 3 } as const;
/** See {@link PAGE_FAULTS}. */
export type PageFault = keyof typeof MORE_PAGE_FAULTS;
type Fault = PageFault;

/** More requests than the longest story has a reason for. */
const BUSY_CALLS = 1_000;

/** The page that calls. */
export type Caller = {
  readonly browser: string;
  readonly name: string;
  isGone(): boolean;
  isOnline(): boolean;
  /** Calls `listener` when the page goes. Returns what ends that. */
  onGone(listener: () => void): () => void;
};

/** One request as it may travel more than once. */
type Letter = {
  readonly target: string;
  readonly init: RequestInit;
  readonly key: string | null;
  readonly ledger: number;
};

const stranger = (status: number) =>
  new Response('<!doctype html><title>Welcome to the hotel</title>', { status });

function requestOf({ target, init }: Letter, signal: AbortSignal): Request {
  const headers = new Headers(init.headers);
  headers.set('Sec-Fetch-Site', 'same-origin');
  if (init.method !== 'GET') headers.set('Origin', ORIGIN);
  const body = typeof init.body === 'string' ? { body: init.body } : {};
  return new Request(ORIGIN + target, { method: init.method ?? 'GET', headers, signal, ...body });
}

/** A `fetch` for the page `caller`. */
export function createPageFetch(
  world: World,
  site: Site,
  caller: Caller,
): (target: string, init: RequestInit) => Promise<Response> {
  const { time, chance, journal, rules, conditions } = world;
  const faults = conditions.edition === 1 ? PAGE_FAULTS : MORE_PAGE_FAULTS;

  function faultFor(): Fault | null {
    if (!world.faulty || !chance.is(conditions.pageFaults)) return null;
    const { oftenPage } = conditions;
    return oftenPage !== null && chance.is(0.6) ? oftenPage : chance.weighted<Fault>(faults);
  }

  /** The gateway's answer to one copy of the request, over a connection of its own. */
  async function deliver(letter: Letter, connection: AbortSignal): Promise<Response> {
    // Nothing can tell a copy from the original where somebody deletes the ledger while the copy is on its way.
    if (site.ledgers() !== letter.ledger) throw networkError();
    const answer = await site.fetch(requestOf(letter, connection), letter.key);
    if (answer.status === 408) journal.violate('no browser sees a 408', letter.target);
    return answer;
  }

  async function travel(letter: Letter, connection: AbortController, fault: Fault | null): Promise<Response> {
    switch (fault) {
      case null:
        return deliver(letter, connection.signal);
      case 'request lost':
        await time.sleep(chance.pick([1, 100, 8_000]));
        throw networkError();
      case 'no answer, request lost':
        return never();
      case 'error, then arrives late':
        time.after(chance.int(1, 30_000), () => {
          journal.note(() => `${caller.name} ${short(letter.key ?? letter.target)} arrives late`);
          void deliver(letter, new AbortController().signal).catch(() => undefined);
        });
        throw networkError();
      case 'answer lost':
        await deliver(letter, connection.signal);
        throw networkError();
      case 'cut under way':
        time.after(chance.pick([1, 1, 300, 5_000]), () => {
          connection.abort('cut');
        });
        return Promise.race([deliver(letter, connection.signal), aborted(connection.signal)]);
      case 'sent twice':
        return twice(letter, connection);
      case 'answered by someone else':
        return stranger(chance.pick([200, 403, 502]));
      case 'answer replaced':
        await deliver(letter, connection.signal);
        return stranger(502);
      case 'body cut': {
        const { status, headers } = await deliver(letter, connection.signal);
        const body = new ReadableStream({
          start(controller) {
            controller.error(new TypeError('terminated'));
          },
        });
        return status === 204
          ? new Response(null, { status, headers })
          : new Response(body, { status, headers });
      }
      case 'body stands still':
      case 'body in drops': {
        const answer = await deliver(letter, connection.signal);
        const bytes = new Uint8Array(await answer.arrayBuffer());
        const { status, headers } = answer;
        if (bytes.byteLength === 0) return new Response(null, { status, headers });
        const body = drops(time, bytes, {
          apartMs: fault === 'body in drops' ? chance.pick([50, 2_000, 20_000]) : null,
          signal: letter.init.signal,
        });
        return new Response(body, { status, headers });
      }
      case 'slow': {
        await time.sleep(chance.pick([200, 2_000, 20_000]));
        const answer = await deliver(letter, connection.signal);
        await time.sleep(chance.pick([200, 2_000, 20_000]));
        return answer;
      }
    }
  }

  /** A network on which every call takes its time. */
  async function travelSlowly(letter: Letter, connection: AbortController, fault: Fault | null) {
    const ms = world.faulty ? conditions.latencyMs : 0;
    if (ms > 0) await time.sleep(ms);
    const answer = await travel(letter, connection, fault);
    if (ms > 0) await time.sleep(ms);
    return answer;
  }

  /** The connection dies before an answer: the browser sends the same request again, and the page never knows. */
  async function twice(letter: Letter, second: AbortController): Promise<Response> {
    const first = new AbortController();
    const died = time.sleep(chance.pick([1, 1, 50, 2_000, 20_000])).then(() => null);
    // Someone in between may hold the first copy back: then it arrives after the second.
    const lagMs = chance.is(conditions.lateCopies) ? chance.pick([2_500, 25_000]) : 0;
    const original = (lagMs === 0 ? Promise.resolve() : time.sleep(lagMs)).then(() =>
      deliver(letter, lagMs === 0 ? first.signal : new AbortController().signal),
    );
    original.catch(() => undefined);
    const answer = await Promise.race([original, died]);
    if (answer !== null) return answer;
    first.abort('died');
    journal.note(() => `${caller.name} browser repeats ${short(letter.key ?? letter.target)}`);
    return deliver(letter, second.signal);
  }

  return (target, init) => {
    if (caller.isGone()) return never();
    world.calls += 1;
    journal.count('calls');
    if (world.calls >= BUSY_CALLS) {
      // Held here, since a loop in which no time passes would never end.
      if (world.calls === BUSY_CALLS) journal.violate('nobody asks in a loop', `${caller.name} ${target}`);
      return never();
    }
    const key = (init.headers as Record<string, string>)[DESK_HEADERS.idempotencyKey] ?? null;
    const arrives = key === null ? () => undefined : rules.leaves(caller.browser, key);
    const fault = faultFor();
    if (fault !== null) journal.count(`page fault: ${fault}`);
    journal.note(
      () =>
        `${caller.name} ${init.method ?? 'GET'} ${target.slice(0, 60)} ${key === null ? '' : short(key)}${fault === null ? '' : `[${fault}]`}`,
    );
    const connection = new AbortController();
    return new Promise<Response>((resolve, reject) => {
      let isAnswered = false;
      const leave = () => {
        if (isAnswered) return;
        arrives();
        connection.abort('left');
      };
      const stay = caller.onGone(leave);
      const end = () => {
        isAnswered = true;
        stay();
        arrives();
      };
      init.signal?.addEventListener('abort', () => {
        leave();
        stay();
        reject(new DOMException('The user aborted a request.', 'AbortError'));
      });
      const path = caller.isOnline()
        ? (conditions.latencyMs > 0 ? travelSlowly : travel)(
            { target, init, key, ledger: site.ledgers() },
            connection,
            fault,
          )
        : Promise.reject(networkError());
      path.then(
        (answer) => {
          end();
          journal.note(
            () => `${caller.name}   ${String(answer.status)} for ${short(key ?? target.slice(-8))}`,
          );
          if (!caller.isGone()) resolve(answer);
        },
        (error: unknown) => {
          end();
          journal.note(() => `${caller.name}   nothing for ${short(key ?? target.slice(-8))}`);
          if (!caller.isGone()) reject(error as Error);
        },
      );
    });
  };
}

/** Rejects when the connection is gone. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const gone = () => {
      reject(networkError());
    };
    if (signal.aborted) gone();
    else signal.addEventListener('abort', gone, { once: true });
  });
}
