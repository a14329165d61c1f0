// @vitest-environment node
import { afterEach, expect, it, vi } from 'vitest';
import { deskPlugin } from '#src/gateway/vite-plugin.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['serve', undefined, true],
  ['serve', 'true', false],
  ['build', undefined, false],
] as const)('the gateway is mounted in vite %s with VITEST=%s: %s', (command, vitest, expected) => {
  vi.stubEnv('VITEST', vitest);
  const { apply } = deskPlugin();
  const isMounted = typeof apply === 'function' && apply.call({} as never, {}, { command, mode: 'x' });
  expect(isMounted).toBe(expected);
});
