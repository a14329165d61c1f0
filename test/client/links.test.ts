// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinLink, pinResultLink } from '#src/client/links.ts';

const ORIGIN = 'https://c1.emailgistics.com';

describe('a link is followed, as path and query only', () => {
  test.each([
    [`${ORIGIN}/api/v1/reports/results/rr_1`, '/api/v1/reports/results/rr_1'],
    [
      `${ORIGIN}/api/v1/reports/results/rr_1?starting_after=a%2Fb&max=500`,
      '/api/v1/reports/results/rr_1?starting_after=a%2Fb&max=500',
    ],
    [`${ORIGIN}:443/api/v1/admin/mailboxes`, '/api/v1/admin/mailboxes'],
    ['HTTPS://C1.EMAILGISTICS.COM/api/v1/admin/mailboxes', '/api/v1/admin/mailboxes'],
    [`${ORIGIN}/api/v1/admin/mailboxes#part`, '/api/v1/admin/mailboxes'],
    [`${ORIGIN}/x/../api/v1/admin/mailboxes`, '/api/v1/admin/mailboxes'],
    [`${ORIGIN}\\api\\v1\\admin\\mailboxes`, '/api/v1/admin/mailboxes'],
  ])('%j', (href, target) => {
    expect(pinLink(href, ORIGIN)).toBe(target);
  });
});

describe('a link is not followed', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an object', { href: `${ORIGIN}/api/v1/x` }],
    ['empty', ''],
    ['a path', '/api/v1/reports/results/rr_1'],
    ['a relative path', 'rr_1'],
    ['no scheme', '//c1.emailgistics.com/api/v1/x'],
    ['another host', 'https://evil.example/api/v1/x'],
    ['a longer host', 'https://c1.emailgistics.com.evil.example/api/v1/x'],
    ['another sub-host', 'https://c2.emailgistics.com/api/v1/x'],
    ['the host as user', 'https://c1.emailgistics.com@evil.example/api/v1/x'],
    ['a user', 'https://user@c1.emailgistics.com/api/v1/x'],
    ['a user and a password', 'https://user:pw@c1.emailgistics.com/api/v1/x'],
    ['a password alone', 'https://:pw@c1.emailgistics.com/api/v1/x'],
    ['another port', `${ORIGIN}:8443/api/v1/x`],
    ['plain http', 'http://c1.emailgistics.com/api/v1/x'],
    ['http on the same port', 'http://c1.emailgistics.com:443/api/v1/x'],
    ['another scheme', 'ftp://c1.emailgistics.com/api/v1/x'],
    ['script', 'javascript:alert(1)//c1.emailgistics.com/api/v1/x'],
    ['data', 'data:text/html,/api/v1/x'],
    ['a blob of the origin', `blob:${ORIGIN}/api/v1/x`],
    ['a file', 'file:///api/v1/x'],
    ['another path', `${ORIGIN}/admin`],
    ['the prefix without its slash', `${ORIGIN}/api/v1`],
    ['a longer prefix', `${ORIGIN}/api/v10/x`],
    ['a doubled slash', `${ORIGIN}//api/v1/x`],
    ['a doubled slash that names a host', `${ORIGIN}//evil.example/api/v1/x`],
    ['dot segments out of the prefix', `${ORIGIN}/api/v1/../../admin`],
    ['encoded dot segments out of the prefix', `${ORIGIN}/api/v1/%2e%2e/%2E%2E/admin`],
    ['backslashes out of the prefix', `${ORIGIN}/api/v1/..\\..\\admin`],
    ['backslashes for the host', 'https:\\\\evil.example\\api\\v1\\x'],
    ['an IP for the name', 'https://127.0.0.1/api/v1/x'],
    ['a look-alike', 'https://c1.emailgіstics.com/api/v1/x'],
    ['a broken host', 'https://[/api/v1/x'],
  ])('%s', (_name, href) => {
    expect(pinLink(href, ORIGIN)).toBeNull();
  });

  test('where the origin is not known, or opaque', () => {
    expect(pinLink(`${ORIGIN}/api/v1/x`, '')).toBeNull();
    expect(pinLink('file:///api/v1/x', 'null')).toBeNull();
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '/',
      '//',
      '..',
      '.',
      '%2e',
      '%2F',
      '\\\\',
      '@',
      ':',
      '?',
      '#',
      'https:',
      '/api/v1/',
      'evil.example',
      '\\t',
    ),
    fc.string({ maxLength: 3 }),
  );

  test('whatever it is, the target stays under the prefix on this origin', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const tail = pieces.join('');
        for (const href of [tail, `${ORIGIN}${tail}`, `${ORIGIN}/api/v1/${tail}`]) {
          const target = pinLink(href, ORIGIN);
          if (target === null) continue;
          const back = new URL(target, 'https://desk.test');
          expect(back.origin).toBe('https://desk.test');
          expect(back.pathname.startsWith('/api/v1/')).toBe(true);
        }
      }),
    );
  });
});

describe('a run is followed only at the address of a result', () => {
  test.each([
    ['/api/v1/reports/results/rr_1', true],
    ['/api/v1/reports/results/rr_1?max=500&new=1', true],
    ['/api/v1/reports/results/rr%2F1', true],
    ['/api/v1/reports/results/', false],
    ['/api/v1/reports/results/?x=1', false],
    ['/api/v1/reports/results/rr_1/', false],
    ['/api/v1/reports/results/rr_1/x', false],
    ['/api/v1/reports/results/rr%2F..%2Fx', false],
    ['/api/v1/reports/mailboxPerformance', false],
    ['/api/v1/admin/mailboxes', false],
  ])('%s: %s', (path, followed) => {
    expect(pinResultLink(ORIGIN + path, ORIGIN)).toBe(followed ? path : null);
  });
});
