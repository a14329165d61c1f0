// What a card says once it is unfolded, and the heading above cards that were launched together, in French.
import type { ReactNode } from 'react';
import type { RunEventType } from '#src/records/transition.ts';
import { plural } from '#src/ui/number-format.ts';

export const batch = (report: string, mailboxes: number, done: number, all: number) =>
  `${report} pour ${plural(mailboxes, 'boîte aux lettres', 'boîtes aux lettres')} · ${plural(done, 'terminée', 'terminées')} sur ${all}`;
export const removeAll = 'Tout retirer de la file d’attente';

export const pressed = 'Demande';
export const sent = 'Envoi';
export const lastUpdate = 'Dernière mise à jour';
export const ended = 'Fin';
export const key = 'Clé';
export const request = 'Requête';
export const body = 'Corps';
export const attempts = 'Tentatives';
export const repeats = 'Relance de';
export const repeatedBy = 'Relancée par';
export const comparedWith = 'Comparée avec';
export const cameTooLate = 'Arrivé trop tard';

export const runOf = (time: ReactNode): ReactNode => <>l’exécution ({time})</>;
export const removedRun = 'une exécution antérieure, dont la carte a été retirée';

export const heard: Readonly<Partial<Record<RunEventType, string>>> = {
  progress: 'toujours en cours',
  done: 'terminée',
  fail: 'en échec',
  refuse: 'refusée',
  doubt: 'aucune réponse complète au lancement',
  requeue: 'rien n’a été lancé',
  'poll-failed': 'une mise à jour a échoué',
  lose: 'le résultat est introuvable',
};
export const tooLate = (said: string, time: ReactNode, state: string): ReactNode => (
  <>
    {`«\u00a0${said}\u00a0», `}
    {time}
    {`. L’état était déjà «\u00a0${state}\u00a0»\u00a0: rien n’a été modifié.`}
  </>
);
