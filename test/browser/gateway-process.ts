// A gateway as a process of its own, for stories that need other settings, a crash or a restart.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type GatewayProcess = {
  origin: string;
  /** Everything it printed so far. */
  printed(): string;
  /** Ends it, gracefully unless told otherwise. Resolves when it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

/** Where Node keeps compiled code: a start takes half the time when another gateway has been stopped gracefully before. */
const COMPILED = 'node_modules/.cache/node';

/** Starts the built desk with `env` and resolves when it is ready. Rejects with what it printed when it is not. */
export async function startGateway(env: Record<string, string>): Promise<GatewayProcess> {
  const child = spawn(process.execPath, ['src/gateway/main.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...env },
  });
  let printed = '';
  const exited = once(child, 'exit');
  const origin = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /ready on (\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => reject(new Error(`The gateway did not start: ${printed}`)));
  });
  return {
    origin,
    printed: () => printed,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await exited;
    },
  };
}
