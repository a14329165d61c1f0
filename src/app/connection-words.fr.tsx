// What the Connection page says of the account, and around its keys, in French.
import type { ReactNode } from 'react';
import type { DeskConfig } from '#src/contract/desk.ts';

export const account = 'Compte';
export const loadingConnection = 'Chargement de la connexion';
export const baseAddress = 'Adresse de base';
export const kind = 'Type';
export const kinds: Readonly<Record<DeskConfig['mode'], string>> = {
  sandbox:
    'Bac à sable\u00a0: un émulateur à l’intérieur de ce service Report Desk. Rien ne touche un compte réel.',
  live: 'Réel\u00a0: les lancements démarrent de vraies exécutions dans ce compte.',
};
export const requests = 'Requêtes';
export const requestsAMinute = (limit: number) => `${limit} par minute, toutes clés et tous outils confondus`;
export const runsAtATime = 'Exécutions simultanées';
export const version = (number: string) => `version ${number}`;
export const otherChoices = (link: ReactNode): ReactNode => (
  <>
    {'Notifications, heures, thème et autres choix de ce navigateur\u00a0: '}
    {link}.
  </>
);

export const keys = 'Clés';
export const noKeyLoaded =
  'Aucune clé n’est chargée. Rien ne peut être lancé ni lu tant qu’aucune n’est ajoutée.';
export const forgotten = (label: string) => `La clé ${label} a été oubliée. Rien n’en avait besoin.`;
export const forgottenAndMissed = (label: string, orphaned: string) =>
  `La clé ${label} a été oubliée. Sans elle\u00a0: ${orphaned}. Pour continuer, saisissez-la de nouveau\u00a0: la même valeur est reconnue sous le même identifiant.`;
export const notLoadedHere = 'Non chargées ici';
export const onlyKeyThatStarted =
  'Seule la clé qui a lancé une exécution peut la lire. Saisie de nouveau, elle est reconnue sous le même identifiant, et ses exécutions reprennent.';
export const waitingForIt = (what: string) => `En attente de cette clé\u00a0: ${what}.`;
export const addAKey = 'Ajouter une clé';
export const whoMakesKeys =
  'Les administrateurs système créent les clés dans Emailgistics Admin → API Access. Un résultat ne peut être lu qu’avec la clé qui l’a lancé\u00a0: gardez l’ancienne clé chargée tant que ses exécutions comptent.';
