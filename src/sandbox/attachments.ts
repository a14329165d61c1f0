// Attachments of messages: the list, and the raw files (contract.md section 10).
import { attachmentCount, messageIdOf } from './messages.ts';
import { codeOf, hashOf } from './seed.ts';
import type { MessageRef } from './messages.ts';

/** An attachment as the list shows it. */
type AttachmentListing = {
  id: string;
  name: string;
  contentType: string;
  size: number;
  attachmentType: 'fileAttachment' | 'referenceAttachment' | 'itemAttachment';
};

/** Text, so many zero bytes, or null for what cannot be had: it is not a file, was removed, or is `refused` to every key. */
type Content = string | number | null;

type Kind = Omit<AttachmentListing, 'id' | 'size'> & { readonly content: Content; readonly refused?: true };

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

// The HTML and SVG files carry scripts on purpose: they must never run in the desk.
const KINDS: readonly Kind[] = [
  {
    name: 'quote.txt',
    contentType: 'text/plain',
    attachmentType: 'fileAttachment',
    content: 'Quote: 40 units\n',
  },
  {
    name: 'orders.csv',
    contentType: 'text/csv',
    attachmentType: 'fileAttachment',
    content: 'sku,units\nA-1,40\n',
  },
  {
    name: 'Angebot Größe "XL".pdf',
    contentType: 'application/pdf',
    attachmentType: 'fileAttachment',
    content: PDF,
  },
  {
    name: 'newsletter.html',
    contentType: 'text/html',
    attachmentType: 'fileAttachment',
    content: '<!doctype html><title>Newsletter</title><script>document.title = "ran"</script>\n',
  },
  {
    name: 'shared folder.url',
    contentType: 'application/octet-stream',
    attachmentType: 'referenceAttachment',
    content: null,
  },
  { name: 'RE: minutes.eml', contentType: 'message/rfc822', attachmentType: 'itemAttachment', content: null },
  // Listed, but removed from the customer's Exchange since.
  {
    name: 'removed.docx',
    contentType: 'application/msword',
    attachmentType: 'fileAttachment',
    content: null,
  },
];

const MEGABYTE = 1_000_000;

// Only in the mailbox whose messages have one of each kind.
const DRILL_KINDS: readonly Kind[] = [
  // A file, but the key lacks messages:content: none of the sandbox's keys has only one of the two scopes.
  {
    name: 'restricted.pdf',
    contentType: 'application/pdf',
    attachmentType: 'fileAttachment',
    content: PDF,
    refused: true,
  },
  // Reads "photo-exe.jpg" where the marks of direction are obeyed, and leads out of the folder where the path is.
  {
    name: '..\\..\\photo-\u202egpj.exe',
    contentType: 'image/jpeg',
    attachmentType: 'fileAttachment',
    content: 'not a photo\n',
  },
  {
    name: 'scans.zip',
    contentType: 'application/zip',
    attachmentType: 'fileAttachment',
    content: 24 * MEGABYTE,
  },
  {
    name: 'recording.mp4',
    contentType: 'video/mp4',
    attachmentType: 'fileAttachment',
    content: 260 * MEGABYTE,
  },
];
const ALL_KINDS = [...KINDS, ...DRILL_KINDS];

type Attachment = {
  readonly listing: AttachmentListing;
  readonly content: Content;
  /** Answers as if the key lacked the scope for contents. */
  readonly refused: boolean;
};

/** The attachments of a message; `content` is null for what cannot be had. */
export function attachmentsOf(ref: MessageRef): readonly Attachment[] {
  const messageId = messageIdOf(ref);
  const kinds = ref.mailbox.behind.everyAttachment ? ALL_KINDS : KINDS;
  const first = hashOf('first', messageId) % kinds.length;
  const count = ref.mailbox.behind.everyAttachment ? kinds.length : attachmentCount(ref);
  return Array.from({ length: count }, (_, i) => {
    const { content, refused = false, ...kind } = kinds[(first + i) % kinds.length] ?? (KINDS[0] as Kind);
    const id = `AAMk${codeOf(10, messageId, i)}/${codeOf(4, 'attachment', messageId, i)}+${i}=`;
    return { listing: { id, ...kind, size: sizeOf(content) ?? 20_480 }, content, refused };
  });
}

function sizeOf(content: Content): number | null {
  return typeof content === 'string' ? new TextEncoder().encode(content).byteLength : content;
}

/** The raw file. Large ones are made as they are read. */
export function contentBody({
  content,
}: Attachment): string | ReadableStream<Uint8Array<ArrayBuffer>> | null {
  if (typeof content !== 'number') return content;
  let left = content;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(body) {
        const piece = new Uint8Array(Math.min(left, 256 * 1024));
        left -= piece.byteLength;
        if (piece.byteLength === 0) body.close();
        else body.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The headers of a download. File names outside ASCII come in both forms of RFC 6266. */
export function downloadHeaders({ listing, content }: Attachment): Record<string, string> {
  const ascii = listing.name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\]/g, '\\$&');
  const extended = ascii === listing.name ? '' : `; filename*=UTF-8''${encodeURIComponent(listing.name)}`;
  return {
    'content-type': listing.contentType,
    'content-disposition': `attachment; filename="${ascii}"${extended}`,
    'content-length': String(sizeOf(content) ?? 0),
    'x-content-type-options': 'nosniff',
  };
}
