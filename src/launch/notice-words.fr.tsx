// What is said after a press of Launch report that sent nothing, or not everything, in French.
import type { ReactNode } from 'react';
import type { DuplicateKind } from '#src/records/duplicates.ts';

export const runAnyway = 'Lancer quand même';
export const itsKeyIs = (key: string) => `Sa clé est «\u00a0${key}\u00a0».`;
export const wasLaunched = (when: string) => `Lancement\u00a0: ${when}.`;

export const allThere = (all: number) => `Les ${all} exécutions existent déjà`;
export const someThere = (there: number, all: number) =>
  there === 1 ? `1 exécution sur ${all} existe déjà` : `${there} exécutions sur ${all} existent déjà`;
export const launchedWithThese = 'Lancées avec exactement ces réglages\u00a0:';
const usingSlots = (label: string, used: number, total: number) =>
  `${label} · utilise ${used} ${used === 1 ? 'créneau' : 'créneaux'} sur ${total}`;
export const launchOthers = (others: number, used: number, total: number) =>
  usingSlots(others === 1 ? 'Lancer l’autre' : `Lancer les ${others} autres`, used, total);
export const launchAll = (all: number, used: number, total: number) =>
  usingSlots(`Lancer quand même les ${all}`, used, total);
export const isThere: Readonly<Record<DuplicateKind, (mailbox: ReactNode) => ReactNode>> = {
  running: (mailbox) => (
    <>
      {mailbox}
      {'\u00a0: déjà en cours.'}
    </>
  ),
  waiting: (mailbox) => (
    <>
      {mailbox}
      {'\u00a0: déjà en attente.'}
    </>
  ),
  'may-be-running': (mailbox) => (
    <>
      {mailbox}
      {'\u00a0: peut-être en cours, personne ne sait encore si l’exécution a démarré.'}
    </>
  ),
  final: (mailbox) => (
    <>
      {mailbox}
      {'\u00a0: le résultat existe, et relancer donne les mêmes lignes.'}
    </>
  ),
  'moved-on': (mailbox) => (
    <>
      {mailbox}
      {'\u00a0: un résultat antérieur existe, et relancer peut donner des chiffres plus récents.'}
    </>
  ),
  'other-key': (mailbox) => (
    <>
      {mailbox}
      {'\u00a0: exécution lancée avec une clé qui n’est pas chargée.'}
    </>
  ),
};

export const notWritten = 'Lancement non consigné';
export const nothingSent = 'Rien n’a été envoyé.';
export const someSent = (written: number, all: number) =>
  written === 1
    ? `1 lancement sur ${all} a été consigné et part. Lancer de nouveau ajoute les autres, et aucun deux fois.`
    : `${written} lancements sur ${all} ont été consignés et partent. Lancer de nouveau ajoute les autres, et aucun deux fois.`;
export const writtenDownFirst =
  'Un lancement est consigné dans ce navigateur avant de partir, et le navigateur a refusé de l’enregistrer. Rien de ce qui a été saisi n’est perdu\u00a0: libérez de l’espace ou autorisez le stockage pour cette page, puis lancez de nouveau.';
export const nothingSentOrLost = 'Rien n’a été envoyé, et rien de ce qui a été saisi n’est perdu.';
export const nothingLost = 'Rien de ce qui a été saisi n’est perdu.';
