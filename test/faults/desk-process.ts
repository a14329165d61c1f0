// Starts and ends desks as processes. Only processes that were started here are ever ended, by their own handle.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a process ended. */
export type Ended = { readonly code: number | null; readonly signal: string | null; readonly errors: string };

/** A running desk. */
export type DeskProcess = {
  readonly ready: string;
  readonly origin: string;
  readonly port: number;
  /** Sends a signal; resolves when the process has ended. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<Ended>;
  /** What it has printed to stderr so far. */
  readonly errors: () => string;
};

/** A place for desks: a data folder and a built app that is a single page. */
export function createHome() {
  const folder = mkdtempSync(join(tmpdir(), 'desk-home-'));
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Desk</title>');
  const running = new Set<() => Promise<Ended>>();

  const launch = (env: Readonly<Record<string, string>>) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('./desk-main.ts', import.meta.url))], {
      env: { DESK_PORT: '0', DESK_DATA_DIR: join(folder, 'data'), TEST_DIST: dist, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    const ended = once(child, 'close').then(([code, signal]): Ended => {
      running.delete(kill);
      return { code: code as number | null, signal: signal as string | null, errors };
    });
    const kill = () => {
      child.kill('SIGKILL');
      return ended;
    };
    running.add(kill);
    return { child, ended, errors: () => errors };
  };

  return {
    folder,
    dist,
    /** Starts a desk and waits until it is ready. Throws with what it printed when it ends before. */
    async start(env: Readonly<Record<string, string>> = {}): Promise<DeskProcess> {
      const { child, ended, errors } = launch(env);
      const first = once(child.stdout.setEncoding('utf8'), 'data').then(([text]) => String(text).trim());
      const ready = await Promise.race([
        first,
        ended.then((how): string => {
          throw new Error(`The desk ended with ${String(how.code)}: ${how.errors}`);
        }),
      ]);
      const [origin = ''] = /http:\/\/\S+/.exec(ready) ?? [];
      return {
        ready,
        origin,
        port: Number(new URL(origin).port),
        end(signal) {
          child.kill(signal);
          return ended;
        },
        errors,
      };
    },
    /** Starts a desk that is expected to give up. */
    fail: (env: Readonly<Record<string, string>> = {}) => launch(env).ended,
    /** Ends what still runs and removes the folder. */
    async close() {
      await Promise.all([...running].map((kill) => kill()));
      rmSync(folder, { recursive: true });
    },
  };
}
