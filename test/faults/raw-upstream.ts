// An API made of bare sockets: it reads a whole request, then does whatever a test wants a broken network to do.
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** One request that arrived in full. */
export type RawRequest = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** Number of the connection that it came over. */
  readonly connection: number;
};

/** See {@link startUpstream}. */
export type RawUpstream = {
  readonly port: number;
  readonly origin: string;
  readonly requests: readonly RawRequest[];
  /** Connections so far, also those without a request. */
  readonly connections: () => number;
  readonly posts: () => number;
  /** Resolves when so many requests have arrived in full. */
  readonly arrived: (count: number) => Promise<void>;
  /** Resolves at the next connection. */
  readonly connected: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Starts an upstream on a free port; `answer` gets the socket of each request that has arrived. `sawHead` is told its first line and
 * headers.
 */
export async function startUpstream(
  answer: (socket: Socket, request: RawRequest) => void,
  sawHead: (head: string) => void = () => undefined,
): Promise<RawUpstream> {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let watchers: (() => void)[] = [];
  const changed = () => {
    const now = watchers;
    watchers = [];
    for (const watcher of now) watcher();
  };
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        watchers.push(resolve);
      });
    }
  };
  const server = createServer((socket) => {
    connections += 1;
    const connection = connections;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let read = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      read = Buffer.concat([read, chunk]);
      const end = read.indexOf('\r\n\r\n');
      if (end === -1) return;
      const head = read.subarray(0, end).toString('latin1');
      const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
      if (read.length < end + 4 + length) return;
      const body = read.subarray(end + 4, end + 4 + length).toString('utf8');
      read = read.subarray(end + 4 + length);
      const [method = '', path = ''] = head.split(' ');
      const request = { method, path, body, connection };
      requests.push(request);
      sawHead(head);
      changed();
      answer(socket, request);
    });
    changed();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${String(port)}`,
    requests,
    connections: () => connections,
    posts: () => requests.filter(({ method }) => method === 'POST').length,
    arrived: (count) => until(() => requests.length >= count),
    connected() {
      const before = connections;
      return until(() => connections > before);
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

/** A whole HTTP answer as bytes. */
export function httpAnswer(
  status: number,
  body: string,
  headers: readonly string[] = ['Content-Type: application/json'],
): string {
  return [
    `HTTP/1.1 ${String(status)} Answer`,
    ...headers,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    '',
    body,
  ].join('\r\n');
}

/** The body of an accepted launch at `origin`. */
export function acceptedBody(origin: string): string {
  return JSON.stringify({
    _links: {
      self: { href: `${origin}/api/v1/reports/results/run1?max=500`, method: 'GET' },
      origin: { href: `${origin}/api/v1/reports/mailboxPerformance`, method: 'POST' },
    },
    status: 'running',
    progress: 0,
    result: { data: [], total: null },
  });
}
