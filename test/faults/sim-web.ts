// The web's classes for a whole thread, with as much to them as desk, gateway and sandbox use, and a tenth of the weight of Node's
// own: a story makes hundreds of requests, each with several signals. `SIM_WEB=node` plays with Node's: the stories are the same, but
// for the order of what happens in one moment.

type Listener = () => void;

class LightSignal {
  static any(signals: readonly LightSignal[]): LightSignal {
    const any = new LightSignal();
    const gone = signals.find(({ aborted }) => aborted);
    if (gone !== undefined) any.abort(gone.reason);
    else for (const signal of signals) signal.addEventListener('abort', () => any.abort(signal.reason));
    return any;
  }

  aborted = false;
  reason: unknown = undefined;
  #listeners: Listener[] | null = null;

  // Listeners are called with nothing: none of ours looks at its event. After the one event they are dropped, so `once` is met.
  addEventListener(_type: 'abort', listener: Listener): void {
    if (this.aborted) return;
    if (this.#listeners === null) this.#listeners = [listener];
    else if (!this.#listeners.includes(listener)) this.#listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    const at = this.#listeners?.indexOf(listener) ?? -1;
    if (at >= 0) this.#listeners?.splice(at, 1);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason as Error;
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? new DOMException('This operation was aborted', 'AbortError');
    const listeners = this.#listeners ?? [];
    this.#listeners = null;
    for (const listener of listeners) listener();
  }
}

class LightController {
  readonly signal = new LightSignal();
  abort(reason?: unknown): void {
    this.signal.abort(reason);
  }
}

class LightHeaders {
  readonly #values = new Map<string, string>();

  constructor(given?: LightHeaders | Readonly<Record<string, string>> | null) {
    if (given === undefined || given === null) return;
    const entries = given instanceof LightHeaders ? given.#values : Object.entries(given);
    for (const [name, value] of entries) this.#values.set(name.toLowerCase(), value);
  }

  get(name: string): string | null {
    return this.#values.get(name.toLowerCase()) ?? null;
  }
  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }
  set(name: string, value: string): void {
    this.#values.set(name.toLowerCase(), value);
  }
  delete(name: string): void {
    this.#values.delete(name.toLowerCase());
  }
  entries(): Iterator<[string, string]> & Iterable<[string, string]> {
    return this.#values.entries();
  }
  [Symbol.iterator](): Iterator<[string, string]> {
    return this.#values.entries();
  }
}

/** A body that is there as a whole, as the stream that it is read as: one piece, or none where it is empty. */
class LightStream {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  getReader() {
    let rest: Uint8Array | null = this.bytes.byteLength > 0 ? this.bytes : null;
    return {
      read(): Promise<{ done: boolean; value: Uint8Array | undefined }> {
        const value = rest ?? undefined;
        rest = null;
        return Promise.resolve({ done: value === undefined, value });
      },
      cancel(): Promise<void> {
        rest = null;
        return Promise.resolve();
      },
    };
  }
}

type BodyGiven = string | Uint8Array | LightStream | ReadableStream<Uint8Array> | null;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What requests and responses have in common. As with Node's, the text or the bytes can be taken once. */
class LightBody {
  readonly headers: LightHeaders;
  #body: Exclude<BodyGiven, LightStream>;
  bodyUsed = false;

  constructor(body: BodyGiven | undefined, headers: ConstructorParameters<typeof LightHeaders>[0]) {
    this.headers = new LightHeaders(headers);
    this.#body = body instanceof LightStream ? body.bytes : (body ?? null);
    if (typeof body === 'string' && !this.headers.has('content-type')) {
      this.headers.set('content-type', 'text/plain;charset=UTF-8');
    }
  }

  get body(): LightStream | ReadableStream<Uint8Array> | null {
    const body = this.#take();
    if (typeof body === 'string') return new LightStream(encoder.encode(body));
    return body instanceof Uint8Array ? new LightStream(body) : body;
  }

  async text(): Promise<string> {
    const body = this.#take();
    this.bodyUsed = true;
    return typeof body === 'string' ? body : decoder.decode(await bytesOf(body));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const body = this.#take();
    this.bodyUsed = true;
    return (await bytesOf(body)).slice().buffer;
  }

  /** What a copy begins with: bodies that are there as a whole can be read again by it. */
  protected copied(): Exclude<BodyGiven, LightStream> {
    const body = this.#take();
    if (body instanceof ReadableStream) throw new TypeError('Streams are not copied here');
    return body;
  }

  #take() {
    if (this.bodyUsed) throw new TypeError('Body is unusable: Body has already been read');
    return this.#body;
  }
}

async function bytesOf(body: Exclude<BodyGiven, LightStream>): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  if (typeof body === 'string') return encoder.encode(body);
  if (body instanceof Uint8Array) return body;
  const pieces: Uint8Array[] = [];
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(pieces);
    pieces.push(value);
  }
}

type ResponseGiven = {
  readonly status?: number;
  readonly headers?: ConstructorParameters<typeof LightHeaders>[0];
};

class LightResponse extends LightBody {
  static json(value: unknown, { status, headers }: ResponseGiven = {}): LightResponse {
    const all = new LightHeaders(headers);
    if (!all.has('content-type')) all.set('content-type', 'application/json');
    return new LightResponse(JSON.stringify(value), {
      ...(status !== undefined && { status }),
      headers: all,
    });
  }

  readonly status: number;
  constructor(body?: BodyGiven, { status = 200, headers = null }: ResponseGiven = {}) {
    super(body, headers);
    this.status = status;
  }
  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }
  clone(): LightResponse {
    return new LightResponse(this.copied(), { status: this.status, headers: this.headers });
  }
}

type RequestGiven = {
  readonly method?: string;
  readonly headers?: ConstructorParameters<typeof LightHeaders>[0];
  readonly body?: BodyGiven;
  readonly signal?: LightSignal;
};

class LightRequest extends LightBody {
  readonly url: string;
  readonly method: string;
  readonly signal: LightSignal;
  constructor(url: string, { method = 'GET', headers, body, signal }: RequestGiven = {}) {
    super(body, headers ?? null);
    this.url = url;
    this.method = method;
    this.signal = signal ?? new LightSignal();
  }
}

/** Takes the place of Node's classes in this thread. */
export function installLightWeb(): void {
  Object.assign(globalThis, {
    AbortController: LightController,
    AbortSignal: LightSignal,
    Headers: LightHeaders,
    Request: LightRequest,
    Response: LightResponse,
  });
}
