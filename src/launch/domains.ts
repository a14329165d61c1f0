// The text under **Domains** as a list. Whatever clearly names a domain is read as it: an address, a link, a pasted list. What does not is
// pointed at by its line.
import { plural } from '#src/ui/number-format.ts';

/** What is wrong with one entry. */
export type DomainFault = { readonly line: number; readonly text: string };

/** See {@link readDomains}. */
export type DomainList = {
  /** Each once, as it was written first. */
  readonly domains: readonly string[];
  /** Entries that name a domain which stands there already. */
  readonly repeated: number;
  readonly faults: readonly DomainFault[];
};

/** `Emily <emily@company.com>`, as mail programs copy people. */
const PERSON = /[^,;<>]*<([^<>\s]*)>/g;
const LINK = /^[a-z][a-z\d+.-]*:\/\//i;
const LABEL = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?`;
const DOMAIN = new RegExp(String.raw`^${LABEL}(?:\.${LABEL})*$`, 'u');

/** One a line; a pasted list with commas, semicolons or spaces is read too. The API ignores case, so a domain counts once in any. */
export function readDomains(text: string): DomainList {
  const byName = new Map<string, string>();
  const faults: DomainFault[] = [];
  let repeated = 0;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    for (const entry of line.replace(PERSON, ' $1 ').split(/[\s,;]+/)) {
      if (entry === '') continue;
      const domain = domainIn(entry);
      const why = faultIn(entry, domain);
      const name = domain.toLowerCase();
      if (why !== null) faults.push({ line: index + 1, text: why });
      else if (byName.has(name)) repeated += 1;
      else byName.set(name, domain);
    }
  }
  return { domains: [...byName.values()], repeated, faults };
}

/** The domains alone. */
export function parseDomains(text: string): string[] {
  return [...readDomains(text).domains];
}

/** What an entry names: the host of a link, what stands after the `@` of an address. */
function domainIn(entry: string): string {
  const host = entry
    .replace(/^mailto:/i, '')
    .replace(LINK, '')
    .replace(/[/?#].*$/s, '');
  return host
    .slice(host.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .replace(/\.$/, '');
}

function faultIn(entry: string, domain: string): string | null {
  if (entry.includes('*')) {
    return `“${entry}” has a “*”. Each domain is matched as it is written, without its subdomains: enter each one.`;
  }
  if (entry !== domain && /^www\./i.test(domain) && !entry.includes('@')) {
    return `“${entry}” may stand for ${domain} or ${domain.slice(4)}. Enter the one that senders have after the “@”.`;
  }
  if (domain.length > 253 || !DOMAIN.test(domain)) {
    return `“${entry}” is not a domain. Enter it like company.com, without anything before or after.`;
  }
  return null;
}

/** The first fault with its line, and the lines of the others; null where nothing is wrong. */
export function domainError({ faults }: Pick<DomainList, 'faults'>): string | null {
  const [first] = faults;
  if (first === undefined) return null;
  const others = [...new Set(faults.map(({ line }) => line))].filter((line) => line !== first.line);
  const shown = others.slice(0, 5).join(', ');
  const rest = others.length > 5 ? ' and others' : '';
  const more = others.length === 0 ? '' : ` Look at line${others.length > 1 ? 's' : ''} ${shown}${rest} too.`;
  return `Line ${first.line}: ${first.text}${more}`;
}

/** "12 domains, 1 of them named again and counted once."; null where there are none. */
export function domainCount({ domains, repeated }: DomainList): string | null {
  if (domains.length === 0) return null;
  const again =
    repeated === 0 ? '' : `; ${plural(repeated, 'repeated one counts', 'repeated ones count')} once`;
  return `${plural(domains.length, 'domain', 'domains')}${again}.`;
}
