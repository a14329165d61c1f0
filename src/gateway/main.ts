// Entry point of the server: `node src/gateway/main.ts`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSandbox } from '#src/sandbox/sandbox.ts';
import { readCommand } from './command-line.ts';
import { startDesk } from './start.ts';

const packageJson = new URL('../../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string };
const command = readCommand(process.argv.slice(2), version);

if (command.start) {
  await startDesk(
    fileURLToPath(new URL('../../dist', import.meta.url)),
    version,
    ({ speed, requestsPerMinute }) => createSandbox({ speed, limits: { requestsPerMinute } }),
    {
      env: process.env,
      say: (line) => process.stdout.write(`${line}\n`),
      report: (line) => process.stderr.write(`${line}\n`),
      onSignal(stop) {
        process.on('SIGTERM', stop);
        process.on('SIGINT', stop);
      },
      exit: (code) => process.exit(code),
    },
  );
} else {
  (command.code === 0 ? process.stdout : process.stderr).write(`${command.text}\n`);
  process.exitCode = command.code;
}
