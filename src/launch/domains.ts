// The text under **Domains** as a list.

/** One a line; a pasted list with commas, semicolons or spaces is read too. The API ignores case, so a domain counts once in any. */
export function parseDomains(text: string): string[] {
  const byName = new Map<string, string>();
  for (const domain of text.split(/[\s,;]+/)) {
    const name = domain.toLowerCase();
    if (domain !== '' && !byName.has(name)) byName.set(name, domain);
  }
  return [...byName.values()];
}

/** What is wrong with the first entry that can match no domain; null where nothing is. */
export function domainError(domains: readonly string[]): string | null {
  const wrong = domains.find((domain) => /[@/:*]/.test(domain));
  if (wrong === undefined) return null;
  const why = wrong.includes('*') ? ' Each domain is matched as it is written, without its subdomains.' : '';
  return `“${wrong}” is not a domain. Enter it like company.com, without anything before or after.${why}`;
}
