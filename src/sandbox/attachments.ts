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

type Kind = Omit<AttachmentListing, 'id' | 'size'> & { readonly content: string | null };

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

type Attachment = { readonly listing: AttachmentListing; readonly content: Uint8Array<ArrayBuffer> | null };

/** The attachments of a message; `content` is null for what cannot be had. */
export function attachmentsOf(ref: MessageRef): readonly Attachment[] {
  const messageId = messageIdOf(ref);
  const first = hashOf('first', messageId) % KINDS.length;
  return Array.from({ length: attachmentCount(ref) }, (_, i) => {
    const { content, ...kind } = KINDS[(first + i) % KINDS.length] ?? (KINDS[0] as Kind);
    const bytes = content === null ? null : new TextEncoder().encode(content);
    const id = `AAMk${codeOf(10, messageId, i)}/${codeOf(4, 'attachment', messageId, i)}+${i}=`;
    return { listing: { id, ...kind, size: bytes?.byteLength ?? 20_480 }, content: bytes };
  });
}

/** The headers of a download. File names outside ASCII come in both forms of RFC 6266. */
export function downloadHeaders({ listing, content }: Attachment): Record<string, string> {
  const ascii = listing.name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\]/g, '\\$&');
  const extended = ascii === listing.name ? '' : `; filename*=UTF-8''${encodeURIComponent(listing.name)}`;
  return {
    'content-type': listing.contentType,
    'content-disposition': `attachment; filename="${ascii}"${extended}`,
    'content-length': String(content?.byteLength ?? 0),
    'x-content-type-options': 'nosniff',
  };
}
