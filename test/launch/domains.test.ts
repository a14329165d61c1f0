// @vitest-environment node
// The text under Domains, as people type and paste it.
import { describe, expect, test } from 'vitest';
import { domainCount, domainError, parseDomains, readDomains } from '#src/launch/domains.ts';

describe('a list of domains', () => {
  test.each<[string, string, string[]]>([
    [
      'lines, commas, semicolons, tabs and spaces',
      ' a.com, b.com;c.com\td.com\n\ne.com ',
      ['a.com', 'b.com', 'c.com', 'd.com', 'e.com'],
    ],
    ['line ends of any system', 'a.com\r\nb.com\rc.com\nd.com', ['a.com', 'b.com', 'c.com', 'd.com']],
    ['nothing', ' \n', []],
    ['the same one in another case counts once, as it was written first', 'A.com\na.COM', ['A.com']],
    ['an @ before it', '@a.com', ['a.com']],
    ['an address', 'emily@a.com', ['a.com']],
    ['people as mail programs copy them', 'Emily Johnson <emily@a.com>; Priya <p@b.com>', ['a.com', 'b.com']],
    ['a mail link', 'mailto:emily@a.com?subject=x', ['a.com']],
    ['a link', 'https://a.com:8080/path?x=1#y', ['a.com']],
    ['a link without a scheme', 'a.com/x', ['a.com']],
    ['a dot at the end', 'a.com.', ['a.com']],
    [
      'names in other scripts',
      'müller-söhne.example xn--mller-kva.example उदाहरण.example',
      ['müller-söhne.example', 'xn--mller-kva.example', 'उदाहरण.example'],
    ],
    ['a name without a dot', 'intranet', ['intranet']],
    ['a domain that begins with www, as such', 'www.a.com', ['www.a.com']],
  ])('%s', (_, text, domains) => {
    expect(readDomains(text)).toMatchObject({ domains, faults: [] });
    expect(parseDomains(text)).toEqual(domains);
  });

  test('is counted, with what is there twice', () => {
    expect(domainCount(readDomains(''))).toBeNull();
    expect(domainCount(readDomains('a.com'))).toBe('1 domain.');
    expect(domainCount(readDomains('a.com b.com A.com'))).toBe('2 domains; 1 repeated one counts once.');
    expect(domainCount(readDomains('a.com @a.com x@a.com'))).toBe('1 domain; 2 repeated ones count once.');
  });
});

describe('what is no domain', () => {
  test.each(['a..com', '-a.com', 'a-.com', 'me@', '@', 'a_@b!.com', `${'a'.repeat(254)}`, 'https://'])(
    '%s',
    (text) => {
      expect(domainError(readDomains(`ok.com\n${text}`))).toBe(
        `Line 2: “${text}” is not a domain. Enter it like company.com, without anything before or after.`,
      );
    },
  );

  test('a wildcard, since subdomains are not matched', () => {
    expect(domainError(readDomains('*.a.com'))).toBe(
      'Line 1: “*.a.com” has a “*”. Each domain is matched as it is written, without its subdomains: enter each one.',
    );
  });

  test('a link that may stand for two', () => {
    expect(domainError(readDomains('\nhttps://www.a.com/x'))).toBe(
      'Line 2: “https://www.a.com/x” may stand for www.a.com or a.com. Enter the one that senders have after the “@”.',
    );
  });

  test('on several lines: the first one says why, the others are named', () => {
    expect(domainError(readDomains('a..b\nok.com\n*\nc..d x..y'))).toMatch(
      /^Line 1: “a\.\.b” .* Look at lines 3, 4 too\.$/,
    );
    expect(domainError(readDomains(Array(9).fill('a..b').join('\n')))).toMatch(
      /Look at lines 2, 3, 4, 5, 6 and others too\.$/,
    );
  });

  test('is left out of the list, and keeps nothing else from it', () => {
    expect(readDomains('a.com\nb..com\nc.com').domains).toEqual(['a.com', 'c.com']);
  });
});
