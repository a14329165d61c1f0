// The text under **Domains** as a list. Whatever clearly names a domain is read as it: an address, a link, a pasted list. What does not is
// pointed at by its line.
import * as words from './words.ts';

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

const LINK = /^[a-z][a-z\d+.-]*:\/\//i;
const LABEL = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?`;
const DOMAIN = new RegExp(String.raw`^${LABEL}(?:\.${LABEL})*$`, 'u');

/** One a line; a pasted list with commas, semicolons or spaces is read too. The API ignores case, so a domain counts once in any. */
export function readDomains(text: string): DomainList {
  const byName = new Map<string, string>();
  const faults: DomainFault[] = [];
  let repeated = 0;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    for (const entry of withoutNames(line).split(/[\s,;]+/)) {
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

/**
 * The addresses of people as mail programs copy them, `Emily <emily@company.com>`, without their names; the rest as it is. Goes through the
 * line once: an expression for a name before a `<` would look for one from every character anew.
 */
function withoutNames(line: string): string {
  const [first = '', ...parts] = line.split('<');
  const done: string[] = [];
  let open = first;
  for (const part of parts) {
    const end = part.indexOf('>');
    const address = part.slice(0, Math.max(0, end));
    if (end === -1 || /\s/.test(address)) {
      open += `<${part}`;
      continue;
    }
    const name = 1 + Math.max(...[',', ';', '<', '>'].map((sign) => open.lastIndexOf(sign)));
    done.push(open.slice(0, name), ` ${address} `);
    open = part.slice(end + 1);
  }
  return done.join('') + open;
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
    return words.domainWithStar(entry);
  }
  if (entry !== domain && /^www\./i.test(domain) && !entry.includes('@')) {
    return words.domainOfPage(entry, domain, domain.slice(4));
  }
  if (domain.length > 253 || !DOMAIN.test(domain)) {
    return words.noDomain(entry);
  }
  return null;
}

/** The first fault with its line, and the lines of the others; null where nothing is wrong. */
export function domainError({ faults }: Pick<DomainList, 'faults'>): string | null {
  const [first] = faults;
  if (first === undefined) return null;
  const others = [...new Set(faults.map(({ line }) => line))].filter((line) => line !== first.line);
  const fault = words.atLine(first.line, first.text);
  return others.length === 0 ? fault : `${fault} ${otherLines(others)}`;
}

function otherLines(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).join(', ');
  if (lines.length === 1) return words.lookAtLine(shown);
  return lines.length > 5 ? words.lookAtLinesAndOthers(shown) : words.lookAtLines(shown);
}

/** "12 domains, 1 of them named again and counted once."; null where there are none. */
export function domainCount({ domains, repeated }: DomainList): string | null {
  if (domains.length === 0) return null;
  return repeated === 0
    ? words.domainCount(domains.length)
    : words.domainCountRepeated(domains.length, repeated);
}
