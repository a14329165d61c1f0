// What the Connection page says of the account, and around its keys.
import type { ReactNode } from 'react';
import type { DeskConfig } from '#src/contract/desk.ts';

// The account.
export const account = 'Account';
export const loadingConnection = 'Loading the connection';
export const baseAddress = 'Base address';
export const kind = 'Kind';
export const kinds: Readonly<Record<DeskConfig['mode'], string>> = {
  sandbox: 'Sandbox: an emulator inside this desk. Nothing touches a real account.',
  live: 'Live: launches make real runs in this account.',
};
export const requests = 'Requests';
export const requestsAMinute = (limit: number) => `${limit} a minute, all keys and tools together`;
export const runsAtATime = 'Runs at a time';
export const version = (number: string) => `version ${number}`;
export const otherChoices = (link: ReactNode): ReactNode => (
  <>Notifications, times, theme and other choices of this browser: {link}.</>
);

// The keys.
export const keys = 'Keys';
export const noKeyLoaded = 'No key is loaded. Nothing can be launched or read until one is added.';
export const forgotten = (label: string) => `The key ${label} was forgotten. Nothing needed it.`;
export const forgottenAndMissed = (label: string, orphaned: string) =>
  `The key ${label} was forgotten. Without it: ${orphaned}. Enter it again to go on: the same value is known by the same id.`;
export const notLoadedHere = 'Not loaded here';
export const onlyKeyThatStarted =
  'Only the key that started a run can read it. Entered again, it is known by the same id, and its runs resume.';
export const waitingForIt = (what: string) => `Waiting for it: ${what}.`;
export const addAKey = 'Add a key';
export const whoMakesKeys =
  'System administrators make keys in Emailgistics Admin → API Access. A result can be read only with the key that launched it, so keep the old key loaded while its runs matter.';
