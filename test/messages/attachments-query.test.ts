// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { contentTarget, messageIdOf } from '#src/messages/attachments-query.ts';
import { attachmentLine, shownName } from '#src/messages/attachment-text.ts';

describe('a row stands for a message', () => {
  it.each([
    ['by a text', 'AAMk/x+1=', 'AAMk/x+1='],
    ['not by a number', 7, null],
    ['not by nothing', null, null],
    ['not by an empty text', '', null],
    ['not by what leads to another address', '..', null],
    ['nor by such within', '../../admin', null],
    ['not by control characters', 'a\nb', null],
    ['not by half of a pair', 'a\ud800', null],
  ])('%s', (_, messageId, id) => {
    expect(messageIdOf({ messageId })).toBe(id);
  });

  it('never by what every object has', () => {
    expect(messageIdOf(Object.create({ messageId: 'a' }) as Record<string, unknown>)).toBeNull();
  });
});

describe('the address of a content', () => {
  it('holds both ids, encoded', () => {
    expect(contentTarget('m/1+=', 'a?b#c')).toBe(
      '/api/v1/messages/m%2F1%2B%3D/attachments/a%3Fb%23c/download',
    );
  });

  it.each(['', '.', '..', 'a/../b', '\ud800', '\u0000'])('is none for the id %j', (id) => {
    expect(contentTarget('m', id)).toBeNull();
  });
});

describe('an attachment in words', () => {
  const attachment = { id: 'a', name: 'a.txt', contentType: 'text/plain', size: 16 };

  it.each([
    ['fileAttachment', 16, 'File, text/plain, 16 bytes'],
    ['fileAttachment', 0, 'File, text/plain'],
    ['fileAttachment', -5, 'File, text/plain'],
    ['fileAttachment', Number.NaN, 'File, text/plain'],
    ['fileAttachment', 1.5, 'File, text/plain'],
    ['referenceAttachment', 16, 'Link to a file kept elsewhere, 16 bytes'],
    ['itemAttachment', 16, 'Item of Exchange, 16 bytes'],
    ['unrecognised', 16, 'Kind not known to this desk, 16 bytes'],
  ] as const)('%s of size %d', (attachmentType, size, line) => {
    expect(attachmentLine({ ...attachment, attachmentType, size }).replaceAll('\u00a0', ' ')).toBe(line);
  });

  it('has its name in one line, without what turns it round', () => {
    expect(shownName({ name: 'a\n\u202egpj.exe' })).toBe('a gpj.exe');
    expect(shownName({ name: ' \u202e ' })).toBe('Attachment without a name');
    expect(Array.from(shownName({ name: 'x'.repeat(5_000) })).length).toBeLessThan(250);
  });
});
