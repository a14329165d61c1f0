// What the launch form says to people: the page, its fields, and what is wrong with them. Mailboxes, ranges, the summary, what the desk has
// already, and the dialogs of presets have catalogues of their own.
import type { ReportId } from '#src/contract/reports.ts';
import { plural } from '#src/ui/number-format.ts';
import type { Activity, MessageStatus } from './form-state.ts';

// The page.
export const pageTitle = 'Launch';
export const launchAReport = 'Launch a report';
export const formNeedsKey = 'The form appears when a key is loaded, as it was left.';
export const formNeedsDesk = 'The form appears when this desk can be reached again.';
export const loadingForm = 'Loading the form';
export const launchReport = 'Launch report';

// Report.
export const report = 'Report';
export const oneRowPer: Readonly<Record<ReportId, string>> = {
  mailboxPerformance: 'One row per period.',
  mailboxUserPerformance: 'One row per user and period.',
  mailboxDomainPerformance: 'One row per sender domain and period.',
  receivedMessageDetail: 'One row per message.',
};
export const inAdmin = (names: string) => `In Admin: ${names}.`;
export const needsScopes = (scopes: string, several: boolean) =>
  `Needs a key with the scope${several ? 's' : ''} ${scopes}.`;
export const refusedForScopes = (key: string, scopes: string, several: boolean) =>
  `“${key}” was refused before for what needs ${scopes}, and will most likely be refused again. Choose another key, or have one made with ${several ? 'these scopes' : 'this scope'}.`;

// Key.
export const key = 'Key';
export const chooseKey = 'Choose a key';
export const enterKey = 'Enter key';
export const keyRefused =
  'This key was refused. A launch waits in the queue until the key is accepted again.';
export const keyNotLoaded =
  'The key that was chosen is not loaded here. Choose another one, or enter it again.';

// What is counted and which fields come back.
export const activity = 'Activity';
export const activityHint = 'Messages with this activity within the range.';
export const activities: Readonly<Record<Activity, string>> = {
  received: 'Received',
  replied: 'Replied',
  closed: 'Closed',
};
export const statuses = 'Statuses';
export const statusesHint = 'None chosen means all of them.';
export const statusNames: Readonly<Record<MessageStatus, string>> = {
  open: 'Open',
  snoozed: 'Snoozed',
  closed: 'Closed',
};
export const fieldGroups = 'Field groups';
export const groupNotDocumented = (group: string) => `${group} is not documented for this report.`;
export const otherGroups = 'Other groups';
export const otherFieldGroups = 'Other field groups';
export const otherGroupsHint = 'Names of groups that are not listed here, with commas between them.';
export const otherMessageGroupsHint =
  'This report has four more, whose names are not documented. One or more names, with commas between them.';
export const chooseGroup = 'Choose at least one group.';
export const includeDetails = 'Include details';
export const includeDetailsHint = 'Adds names and email addresses beside ids.';

// Users.
export const users = 'Users';
export const findPerson = 'Find a person';
export const usersHint =
  'None chosen means all of them. “Unknown user” counts what was done without an identifiable user.';
export const usersNeedMailbox = 'Choose a mailbox to see its users.';
export const unknownUser = 'Unknown user';
export const inactive = (name: string) => `${name} (inactive)`;
export const notInMailbox = (name: string) => `${name} (not in this mailbox)`;
export const inNoneOfMailboxes = (name: string) => `${name} (in none of these mailboxes)`;
export const whoIsLeftOut = 'Who is left out';
export const nobodyIsIn = (mailbox: string) =>
  `Nobody who is chosen is in ${mailbox}: the API ignores them all without an error, and what it counts then is not documented.`;
export const notIn = (mailbox: string, people: string) =>
  `Not in ${mailbox}, and ignored there by the API without an error: ${people}.`;
/** At the end of a list of names. */
export const more = (count: number) => `${count} more`;
export const matching = (found: number, all: number) => `${found} of ${all} match.`;

// Domains.
export const domains = 'Domains';
export const domainsHint =
  'Sender domains, one a line, matched exactly: subdomains count as others. Empty means all.';
export const domainCount = (count: number) => `${plural(count, 'domain', 'domains')}.`;
export const domainCountRepeated = (count: number, repeated: number) =>
  `${plural(count, 'domain', 'domains')}; ${plural(repeated, 'repeated one counts', 'repeated ones count')} once.`;
export const domainWithStar = (entry: string) =>
  `“${entry}” has a “*”. Each domain is matched as it is written, without its subdomains: enter each one.`;
export const domainOfPage = (entry: string, domain: string, without: string) =>
  `“${entry}” may stand for ${domain} or ${without}. Enter the one that senders have after the “@”.`;
export const noDomain = (entry: string) =>
  `“${entry}” is not a domain. Enter it like company.com, without anything before or after.`;
export const atLine = (line: number, fault: string) => `Line ${line}: ${fault}`;
export const lookAtLine = (line: string) => `Look at line ${line} too.`;
export const lookAtLines = (lines: string) => `Look at lines ${lines} too.`;
export const lookAtLinesAndOthers = (lines: string) => `Look at lines ${lines} and others too.`;

// More parameters.
export const moreParameters = 'More parameters';
export const moreParametersHint =
  'Not documented: the API may refuse or ignore them. A value in JSON is sent as such, any other as text.';
export const addParameter = 'Add a parameter';
export const parameter = (number: number) => `Parameter ${number}`;
export const removeParameter = (number: number) => `Remove parameter ${number}`;
export const parameterName = 'Name';
export const parameterValue = 'Value';
export const kinds = {
  null: 'null',
  list: 'a list',
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
};
export const sentAs = (kind: string, json: string) => `Sent as ${kind}: ${json}`;
export const enterParameterName = 'Enter the name of this parameter, or remove the row.';
export const parameterHasField = (name: string) =>
  `“${name}” has a field of its own in this form. Enter it there.`;
export const noParameterName = (name: string) =>
  `“${name}” cannot be a name. Begin with a letter; letters, digits, “_”, “-” and “.” may follow.`;
export const parameterTwice = (name: string) => `“${name}” is here twice. Keep one of them.`;
export const enterParameterValue = (name: string) =>
  `Enter a value for “${name}”, or remove the row. An empty text is "".`;

// What was refused, or would be.
export const notDocumented =
  'The API is not documented to take this as it stands. Change it, or leave it out.';
export const mailboxOutOfReach =
  'Outside of this key’s list, or gone: the API does not say which. Choose another mailbox.';
export const refusedLastTime = (message: string) => `Refused last time: ${message}`;

// Presets and recent settings, above the form.
export const presets = 'Presets';
export const saveAsPreset = 'Save as preset';
export const managePresets = 'Manage presets';
export const allPresets = (count: number) => `All presets (${count})`;
export const presetsNotKept =
  'This browser lets the page store nothing: presets last until it is left. Export them to keep them.';
export const recentSettings = 'Recent settings';
export const withPeriodBefore = (request: string) => `${request}, with the period before`;
