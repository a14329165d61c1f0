// A desk as a process of its own, for tests that end it: the real start-up on another build of the app.
import { startDesk } from '#src/gateway/start.ts';
import { createSandbox } from '#src/sandbox/sandbox.ts';

await startDesk(
  process.env['TEST_DIST'] ?? '',
  'test',
  ({ speed, requestsPerMinute }) => createSandbox({ speed, limits: { requestsPerMinute } }),
  {
    env: process.env,
    say: (line) => process.stdout.write(`${line}\n`),
    report: (line) => process.stderr.write(`${line}\n`),
    onSignal(stop) {
      process.on('SIGTERM', stop);
    },
    exit: (code) => process.exit(code),
  },
);
