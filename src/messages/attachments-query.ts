// What is asked about the attachments of a message: their list, and where the content of each is.
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { ApiClient } from '#src/client/api-client.ts';
import { attachmentListSchema } from '#src/contract/attachments.ts';
import type { Attachment } from '#src/contract/attachments.ts';
import { API_PREFIX, endpointAt } from '#src/contract/endpoints.ts';
import type { ResultRow } from '#src/contract/envelope.ts';

/** Keys of this folder's queries, all under the message. */
export const attachmentKeys = {
  list: (messageId: string, keyId: string) => ['attachments', messageId, 'list', keyId] as const,
  /** All downloads of a message. */
  contents: (messageId: string) => ['attachments', messageId, 'content'] as const,
  content: (messageId: string, attachmentId: string) =>
    [...attachmentKeys.contents(messageId), attachmentId] as const,
};

/** The id of the message that a row stands for, or null where it stands for none, or for one that no address can name. */
export function messageIdOf(row: ResultRow): string | null {
  const id = Object.hasOwn(row, 'messageId') ? row['messageId'] : null;
  return typeof id === 'string' && attachmentsTarget(id) !== null ? id : null;
}

/** Path of the list, or null where the id is not one that an address can hold. */
function attachmentsTarget(messageId: string): string | null {
  return knownTarget(() => `messages/${encodeURIComponent(messageId)}/attachments`);
}

/** Path of an attachment's content, or null where an id is not one that an address can hold. */
export function contentTarget(messageId: string, attachmentId: string): string | null {
  return knownTarget(
    () =>
      `messages/${encodeURIComponent(messageId)}/attachments/${encodeURIComponent(attachmentId)}/download`,
  );
}

/** Ids are foreign text: `..` would lead to another address, and half of a pair cannot be encoded. */
function knownTarget(path: () => string): string | null {
  try {
    const target = API_PREFIX + path();
    return endpointAt(target) === null ? null : target;
  } catch {
    return null;
  }
}

/** The attachments of a message, with any key that may read it. For ids of {@link messageIdOf}. */
export function attachmentsQuery(client: ApiClient, keyId: string, messageId: string) {
  return queryOptions({
    queryKey: attachmentKeys.list(messageId, keyId),
    queryFn: ({ signal }) =>
      client.read(
        { method: 'GET', target: attachmentsTarget(messageId) ?? '', keyId, signal },
        readAttachments,
      ),
  });
}

function readAttachments(body: unknown): readonly Attachment[] | null {
  const parsed = z.safeParse(attachmentListSchema, body);
  return parsed.success ? parsed.data.attachments : null;
}
