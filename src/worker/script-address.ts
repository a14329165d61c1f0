// The addresses of our own worker scripts, as the page's policy wants them: one Trusted Types policy, which lets through nothing else.

/** The offline shell's. */
const SHELL = '/sw.js';

type Policy = { createScriptURL(address: string): string };
/** Chromium and Safari have it; elsewhere an address is text. */
type Factory = { createPolicy(name: string, rules: Policy): Policy };

const rules: Policy = {
  createScriptURL(address) {
    if (address !== SHELL) throw new TypeError('Not a worker of this desk.');
    return address;
  },
};

/** The name is the one that the gateway's policy allows, once a page. */
const policy =
  (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy('desk-scripts', rules) ?? rules;

/** To be given to `register`. A browser with Trusted Types has an object in its place. */
export function shellScript(): string {
  return policy.createScriptURL(SHELL);
}
