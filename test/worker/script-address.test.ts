// The one Trusted Types policy gives out the address of our worker, and no other.
import { expect, test, vi } from 'vitest';

type Rules = { createScriptURL(address: string): string };

test('the policy is made once, by the name that the gateway allows, and refuses every other address', async () => {
  const made: { name: string; rules: Rules }[] = [];
  vi.stubGlobal('trustedTypes', {
    createPolicy(name: string, rules: Rules) {
      made.push({ name, rules });
      return rules;
    },
  });
  const { shellScript } = await import('#src/worker/script-address.ts');
  expect([shellScript(), shellScript()]).toEqual(['/sw.js', '/sw.js']);
  expect(made.map(({ name }) => name)).toEqual(['desk-scripts']);
  for (const address of ['/sw.js?x', '//evil.test/sw.js', 'https://evil.test/sw.js', '/assets/desk.js', '']) {
    expect(() => made[0]?.rules.createScriptURL(address)).toThrow(TypeError);
  }
  vi.unstubAllGlobals();
});
