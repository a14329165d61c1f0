// `node src/gateway/health.ts`: asks the desk with the settings of this environment whether it is there, for the health check of a
// container. Exit code 0 when it is, else 1 and one line that says why.
import { request } from 'node:http';
import { EnvironmentError, originsOf, readEnvironment } from './environment.ts';
import type { Settings } from './environment.ts';

const ANSWER_MS = 3_000;
const EVERYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The status of `/healthz`. The desk answers under its own names only, so the request carries one. */
function statusOf(settings: Settings): Promise<number> {
  const [origin = ''] = originsOf(settings, settings.port);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: EVERYWHERE[settings.host] ?? settings.host,
        port: settings.port,
        path: '/healthz',
        headers: { Host: new URL(origin).host },
        timeout: ANSWER_MS,
        agent: false,
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.on('error', reject);
    asked.end();
  });
}

try {
  const status = await statusOf(readEnvironment(process.env));
  if (status !== 200) throw new Error(`status ${String(status)}`);
} catch (error) {
  const words = error instanceof EnvironmentError ? error.message : `No healthy desk: ${String(error)}`;
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}
