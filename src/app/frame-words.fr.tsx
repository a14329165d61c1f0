// What the frame of every page says to people only now and then, in French.
import type { ReactNode } from 'react';
import type { SavingState } from '#src/records/saved-store.ts';
import { plural } from '#src/ui/number-format.ts';
import type { SandboxStep } from './sandbox-bar.tsx';

export const accessToken = 'Jeton d’accès';
export const accessTokenHint = 'Il a été défini par la personne qui gère ce service Report Desk.';
export const enterAccessToken = 'Saisissez le jeton d’accès.';
export const wrongAccessToken = 'Ce n’est pas le jeton d’accès de ce service Report Desk.';
export const tooManyWrongTokens = 'Trop de jetons erronés. Attendez une minute, puis réessayez.';
export const deskNotReached =
  'Ce service Report Desk n’a pas pu être joint. Vérifiez qu’il fonctionne, puis réessayez.';
export const signIn = 'Se connecter';
export const signedIn = 'Vous êtes connecté.';

type NotSaved = { readonly title: string; readonly text: string };
const FOUND_AGAIN =
  'Les lancements envoyés sont retrouvés par la passerelle, sur des cartes marquées «\u00a0D’un autre navigateur\u00a0». Ceux qui sont encore dans la file d’attente sont perdus à la fermeture de cet onglet.';
export const notSaved: Readonly<Record<Exclude<SavingState, 'saved'>, NotSaved>> = {
  blocked: {
    title: 'Ce navigateur n’enregistre rien ici',
    text: `Il ne laisse pas cette page conserver de données\u00a0: Report Desk travaille en mémoire jusqu’à la fermeture de l’onglet. ${FOUND_AGAIN}`,
  },
  full: {
    title: 'Plus d’espace pour enregistrer',
    text: `Le stockage du navigateur est plein\u00a0: Report Desk travaille en mémoire en attendant. Libérez de l’espace, puis enregistrez de nouveau. ${FOUND_AGAIN}`,
  },
  failed: {
    title: 'L’enregistrement ne fonctionne pas',
    text: `Le stockage du navigateur signale un défaut\u00a0: Report Desk travaille en mémoire. ${FOUND_AGAIN}`,
  },
  cleared: {
    title: 'Les données de ce site ont été effacées',
    text: 'Ce que cet onglet savait encore est gardé en mémoire. Enregistrez de nouveau pour le remettre dans le stockage du navigateur.',
  },
  'newer-version': {
    title: 'Une version plus récente de Report Desk est ouverte',
    text: 'Elle a repris les données de ce navigateur. Rechargez cet onglet pour continuer avec elle\u00a0; ce qui est lancé ici d’ici là n’est pas enregistré.',
  },
};
export const saveAgain = 'Enregistrer de nouveau';
export const reload = 'Recharger';
export const savedAgain = 'Tout est de nouveau enregistré dans ce navigateur.';
export const stillNotSaved = 'L’enregistrement ne fonctionne toujours pas.';
export const triedInVain = 'L’essai a été fait, et cela ne fonctionne toujours pas.';

export const removed = 'Cartes retirées';
export const cardsRemoved = (count: number) => plural(count, 'carte retirée', 'cartes retirées');
export const cardsBack = (count: number) =>
  plural(count, 'carte remise sur le tableau de bord', 'cartes remises sur le tableau de bord');
export const undo = 'Annuler';
export const dismiss = 'Masquer';

export const whatUsedBudget = 'Ce qui a consommé le budget';
export const aboutBudget = (limit: string) =>
  `Un compte peut faire ${limit} requêtes par minute, toutes clés et tous outils confondus. Report Desk compte les siennes\u00a0; ce que consomment d’autres outils ne se voit pas d’ici.`;
export const loadingUsage = 'Chargement de la consommation';
export const requestsOfDesk = 'Requêtes de ce service Report Desk pendant la dernière minute';
export const used = 'Consommation';
export const usedRequests = (count: number, limit: number) =>
  `${plural(count, 'requête', 'requêtes')} sur ${limit}`;
export const usedFor = {
  launch: 'Lancements',
  read: 'Boîtes aux lettres et pages de résultats',
  poll: 'Suivi des exécutions',
  prefetch: 'Lecture anticipée',
};
export const usageNotRead =
  'Les chiffres n’ont pas pu être lus. Ils sont redemandés toutes les quelques secondes.';

export const runAnyway = 'Lancer quand même';
export const wasLaunched = (when: string) => `Lancement\u00a0: ${when}.`;

export const sandbox = 'Bac à sable';
export const nothingReal: ReactNode = (
  <>
    <strong>{'Bac à sable\u00a0:'}</strong> rien ici ne touche un compte réel.
  </>
);
export const itsTime = (time: ReactNode): ReactNode => (
  <>
    {'Son heure\u00a0: '}
    {time}
  </>
);
export const timeSteps: Readonly<Record<SandboxStep, string>> = {
  '5m': '+ 5 minutes',
  '24h': '+ 24 heures',
};
export const moveTime = (step: string) => `Avancer l’heure du bac à sable, ${step}`;
export const timeMoved: Readonly<Record<SandboxStep, string>> = {
  '5m': 'L’heure du bac à sable a été avancée de 5 minutes.',
  '24h': 'L’heure du bac à sable a été avancée de 24 heures.',
};
export const timeNotMoved =
  'L’heure du bac à sable n’a pas pu être avancée. Vérifiez que ce service Report Desk fonctionne, puis réessayez.';
export const drills = 'Exercices';
