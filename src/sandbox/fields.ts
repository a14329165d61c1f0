// Field names and field groups of rows. Only these are documented (contract.md sections 7 and 8): `id`,
// `startDateTime`, `received`, `initiated`, `userName`, `userEmail`, `userActive`, `messageId`, and the groups
// `replyData`, `closeData`, `basic`. ALL OTHER NAMES ARE THIS EMULATOR'S OWN INVENTION: nothing outside may rely on
// them, and the day the true names are known they change here and nowhere else.

/** The four reports, as the last part of their path. */
export type Report =
  'mailboxPerformance' | 'mailboxUserPerformance' | 'mailboxDomainPerformance' | 'receivedMessageDetail';

/** One row as it goes out. */
export type Row = Record<string, unknown>;

/** The field groups that each report knows; the first is its default. */
export const FIELD_GROUPS: Record<Report, readonly [string, ...string[]]> = {
  mailboxPerformance: ['replyData', 'closeData'],
  mailboxUserPerformance: ['replyData', 'closeData'],
  mailboxDomainPerformance: ['replyData', 'closeData'],
  receivedMessageDetail: ['basic', 'replyDetail', 'closeDetail', 'assignmentDetail', 'tagDetail'],
};

/** The counts and times behind one row of a performance report. Times in seconds, null where nothing was counted. */
export type Measures = {
  received: number;
  initiated: number;
  initialReplies: number;
  additionalReplies: number;
  insideSla: number;
  replySeconds: number | null;
  closed: number;
  closedInsideSla: number;
  reopened: number;
  closeSeconds: number | null;
};

/** The fields of a performance row for the groups asked for; `perUser` rows count what was assigned. */
export function performanceFields(groups: readonly string[], perUser: boolean, m: Measures): Row {
  const row: Row = {};
  if (groups.includes('replyData')) {
    if (perUser) {
      row['assigned'] = m.received;
      row['reassigned'] = Math.floor(m.received * 0.1);
    } else {
      row['received'] = m.received;
    }
    row['initiated'] = m.initiated;
    row['initialReplies'] = m.initialReplies;
    row['additionalReplies'] = m.additionalReplies;
    row['totalReplies'] = m.initialReplies + m.additionalReplies;
    Object.assign(row, clocks('InitialReplySeconds', m.replySeconds));
    row['initialRepliesInsideSla'] = m.insideSla;
    row['initialRepliesInsideSlaPercent'] = percent(m.insideSla, m.initialReplies);
  }
  if (groups.includes('closeData')) {
    row['closed'] = m.closed;
    row['reopened'] = m.reopened;
    Object.assign(row, clocks('CloseSeconds', m.closeSeconds));
    row['closedInsideSla'] = m.closedInsideSla;
    row['closedInsideSlaPercent'] = percent(m.closedInsideSla, m.closed);
  }
  return row;
}

// The same average on the three clocks that operators know (contract.md section 12).
function clocks(what: string, seconds: number | null): Row {
  return {
    [`averageMailboxHours${what}`]: seconds,
    [`averageUserHours${what}`]: seconds === null ? null : Math.round(seconds * 0.8),
    [`averageElapsed${what}`]: seconds === null ? null : Math.round(seconds * 2.6),
  };
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** What is known of one received message; times are ISO 8601 with offset, null where it has not happened. */
export type MessageFacts = {
  messageId: string;
  subject: string;
  senderName: string;
  senderEmail: string;
  senderDomain: string;
  status: 'open' | 'snoozed' | 'closed';
  receivedAt: string;
  repliedAt: string | null;
  replySeconds: number | null;
  closedAt: string | null;
  closeSeconds: number | null;
  owner: { userId: string; userName: string; userEmail: string; active: boolean } | null;
  reassigned: number;
  attachments: number;
  tags: readonly { tagId: string; tagName: string }[];
  conversationId: string;
};

/** The fields of a message row for the groups asked for; with details, names stand beside ids. */
export function messageFields(groups: readonly string[], details: boolean, m: MessageFacts): Row {
  // The message's id is part of every group: it is what leads to the attachments.
  const row: Row = { messageId: m.messageId };
  if (groups.includes('basic')) {
    row['receivedDateTime'] = m.receivedAt;
    row['subject'] = m.subject;
    row['senderName'] = m.senderName;
    row['senderEmail'] = m.senderEmail;
    row['senderDomain'] = m.senderDomain;
    row['status'] = m.status;
    row['conversationId'] = m.conversationId;
    row['attachmentCount'] = m.attachments;
  }
  if (groups.includes('replyDetail')) {
    row['firstReplyDateTime'] = m.repliedAt;
    Object.assign(row, clocks('InitialReplySeconds', m.replySeconds));
  }
  if (groups.includes('closeDetail')) {
    row['closedDateTime'] = m.closedAt;
    Object.assign(row, clocks('CloseSeconds', m.closeSeconds));
  }
  if (groups.includes('assignmentDetail')) row['reassigned'] = m.reassigned;
  if (groups.includes('basic') || groups.includes('assignmentDetail')) {
    row['userId'] = m.owner?.userId ?? null;
    if (details) Object.assign(row, userDetails(m.owner));
  }
  if (groups.includes('tagDetail')) {
    row['tagIds'] = m.tags.map((tag) => tag.tagId);
    if (details) row['tagNames'] = m.tags.map((tag) => tag.tagName);
  }
  return row;
}

/** The readable names that `includeDetails` adds beside a user id (documented, contract.md section 7). */
export function userDetails(user: { userName: string; userEmail: string; active: boolean } | null): Row {
  return {
    userName: user?.userName ?? null,
    userEmail: user?.userEmail ?? null,
    userActive: user?.active ?? null,
  };
}
