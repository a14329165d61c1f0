// The names of the drill mailboxes. What each does is in behaviours.ts, what an operator sees of it in drills.ts.

/** Mailboxes that misbehave, in the order in which they are listed. */
export const DRILL_MAILBOXES = [
  'Drill: settings refused',
  'Drill: permission missing',
  'Drill: out of reach',
  'Drill: unexpected refusal',
  'Drill: limit reached',
  'Drill: 503 on launch after accepting',
  'Drill: connection dropped',
  'Drill: HTML error page',
  'Drill: no answer',
  'Drill: started without link',
  'Drill: unreadable launch answer',
  'Drill: too many requests',
  'Drill: too many requests, wait 20 seconds',
  'Drill: wrong key for the run',
  'Drill: updates delayed',
  'Drill: unreadable 200',
  'Drill: result missing',
  'Drill: result comes back',
  'Drill: page link refused',
  'Drill: fails while running',
  'Drill: never ends',
  'Drill: attachments',
  'Drill: slow',
  'Drill: huge result',
  'Drill: odd fields',
  'Drill: broken rows',
  'Drill: unknown status',
  'Drill: progress goes backwards',
  'Drill: cycling pages',
  'Drill: foreign link',
  'Drill: short pages',
  'Drill: deprecation notice',
  'Drill: attachments not permitted',
] as const;

/** The name of a drill mailbox. */
export type DrillMailbox = (typeof DRILL_MAILBOXES)[number];

/** The mailbox whose messages have one attachment of each kind. */
export const ATTACHMENTS_MAILBOX: DrillMailbox = 'Drill: attachments';
