// What the first steps say to somebody who tries the desk, in French.
import type { ReactNode } from 'react';
import type { FirstStep } from './first-steps-progress.ts';

export const twoMinutes = 'Report Desk en deux minutes';
export const wholeJob = 'Vous avez fait le tour';
export const hide = 'Masquer';

export const titles: Readonly<Record<FirstStep, string>> = {
  launch: 'Démarrer une exécution',
  fail: 'Provoquer un échec',
  rerun: 'Recommencer un jour plus tard',
};
export const said: Readonly<Record<FirstStep, string>> = {
  launch:
    'Choisissez une boîte aux lettres et envoyez le formulaire tel quel. Une carte suit l’exécution pendant une vingtaine de secondes, puis mène à ses lignes.',
  fail: 'Les boîtes aux lettres nommées «\u00a0Drill: …\u00a0» posent chacune un problème différent, et leur carte dit comment y répondre.',
  rerun:
    'Les résultats sont gardés 24 heures, les réglages durablement. Avancez l’horloge d’un jour en haut de la page, puis répétez la première exécution depuis sa carte.',
};
export const taken = 'franchie';
export const onItsWay = 'Une exécution est en route\u00a0: voyez sa carte.';
export const goToForm = 'Aller au formulaire';
export const fillFormForOne = 'Remplir le formulaire pour un échec';

export const withRealAccount = (link: (page: string) => ReactNode): ReactNode => (
  <>
    <strong>Avec un compte réel</strong>
    {'\u00a0: démarrez Report Desk avec l’adresse du compte, et saisissez une clé sur la page '}
    {link('Connexion')}.
  </>
);
export const copyCommand = 'Copier la commande';
