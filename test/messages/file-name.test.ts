// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '#src/messages/file-name.ts';

const BYTES = (text: string) => new TextEncoder().encode(text).length;

describe('an attachment is saved under a plain name', () => {
  const cases: [says: string, name: string, saved: string][] = [
    ['a plain one stays', 'quote.txt', 'quote.txt'],
    ['letters of any script stay', 'Angebot Größe Ω 見積.pdf', 'Angebot Größe Ω 見積.pdf'],
    ['one spelling of a letter for all', 'Gro\u0308\u00dfe', 'Größe'],
    ['a path is no path', '../../etc/passwd', '_.._etc_passwd'],
    ['nor is one of Windows', '..\\..\\boot.ini', '_.._boot.ini'],
    ['nor a drive or a share', 'C:\\a', 'C__a'],
    ['a share', '\\\\host\\share\\x', '__host_share_x'],
    ['a stream', 'a.txt:hidden.exe', 'a.txt_hidden.exe'],
    ['quotes and wildcards', '"a"<b>|c?*.txt', '_a__b__c__.txt'],
    ['an ending that is turned round', 'photo-\u202egpj.exe', 'photo-gpj.exe'],
    ['isolates and marks of direction', '\u2066a\u2069\u200fb\u061c.txt', 'ab.txt'],
    ['what cannot be seen', 'a\u200b\u200d\ufeff\u00ad\u2060b.txt', 'ab.txt'],
    ['tags that hide text', 'a\u{e0041}\u{e0042}.txt', 'a.txt'],
    ['a null byte', 'a.txt\u0000.exe', 'a.txt.exe'],
    ['line ends', 'a\r\nb\u2028c.txt', 'a b c.txt'],
    ['room that hides the ending', `invoice.pdf${' '.repeat(300)}.exe`, 'invoice.pdf .exe'],
    ['spaces of other widths', 'a\u3000\u00a0\u2003b', 'a b'],
    ['a hidden file', '.htaccess', 'htaccess'],
    ['nothing but dots', '...', 'attachment'],
    ['nothing', '', 'attachment'],
    ['nothing that can be seen', '\u200b\u202e \u0007', 'attachment'],
    ['dots and spaces that Windows drops', 'a.txt. . ', 'a.txt'],
    ['a device', 'CON', '_CON'],
    ['a device with an ending', 'nul.txt', '_nul.txt'],
    ['a device with room before its ending', 'Com1 .txt', '_Com1 .txt'],
    ['a device with a raised figure', 'LPT².pdf', '_LPT².pdf'],
    ['a name that only begins like a device', 'console.txt', 'console.txt'],
    ['half of a pair', 'a\ud800b', 'ab'],
  ];

  it.each(cases)('%s', (_, name, saved) => {
    expect(fileName(name)).toBe(saved);
  });

  it('that is short enough for every file system, with its ending', () => {
    const saved = fileName(`${'名'.repeat(500)}.docx`);
    expect(BYTES(saved)).toBeLessThanOrEqual(200);
    expect(saved).toMatch(/^名+…\.docx$/);
    expect(fileName(`a.${'x'.repeat(500)}`)).toMatch(/^a\.x+…$/);
  });

  it('whatever it is given', () => {
    const piece = fc.oneof(
      fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
      fc.constantFrom(
        '/',
        '\\',
        ':',
        '.',
        '..',
        ' ',
        '\u202e',
        '\u2066',
        '\u0000',
        'con',
        'NUL',
        '.txt',
        '\ud800',
      ),
    );
    const { counterexample } = fc.check(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const saved = fileName(pieces.join(''));
        return (
          saved !== '' &&
          BYTES(saved) <= 200 &&
          !/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/u.test(saved) &&
          !/^[\s.]|[\s.]$/.test(saved) &&
          !/^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i.test(saved) &&
          fileName(saved) === saved
        );
      }),
      { numRuns: 500 },
    );
    expect(counterexample).toBeNull();
  });
});
