// What the palette and the dialogs of shortcuts say, in French.
import { formatNumber, plural } from '#src/ui/number-format.ts';
import type { Theme } from '#src/ui/theme.ts';
import type { Page, SandboxStep } from './entries.ts';
import type { ShortcutAct } from './shortcuts.ts';

export const findOrDo = 'Rechercher ou agir';
export const findAnything = 'Rechercher une exécution, une page ou une action';
export const whatToType = 'Rapport, boîte aux lettres, état, période, page ou action';
export const found = 'Résultats de la recherche';
export const typeWords = 'Saisissez des mots, dans n’importe quel ordre.';
export const nothingFound = 'Aucun résultat.';
export const countFound = (count: number) => `${plural(count, 'résultat', 'résultats')}.`;
export const bestShown = (count: number, shown: number) =>
  `${plural(count, 'résultat', 'résultats')}, dont les ${formatNumber(shown)} meilleurs sont affichés.`;
export const howToFind =
  'Chaque mot doit apparaître. Les exécutions se trouvent par rapport, boîte aux lettres, état et période, par exemple «\u00a0support expirée sept\u00a0»\u00a0; les boîtes aux lettres, les préréglages, les pages et les actions, par leur nom.';

export const recent = 'Récents';
export const pages = 'Pages';
export const actions = 'Actions';
export const presets = 'Préréglages';
export const runs = 'Exécutions';
export const mailboxes = 'Boîtes aux lettres';

export const pageNames: Readonly<Record<Page, string>> = {
  '/': 'Tableau de bord',
  '/launch': 'Lancer',
  '/copies': 'Copies enregistrées',
  '/connection': 'Connexion',
  '/preferences': 'Préférences',
};
export const alsoPages: Readonly<Record<Page, string>> = {
  '/': 'aller page accueil exécutions cartes',
  '/launch': 'aller page formulaire rapport nouveau lancement',
  '/copies': 'aller page résultats hors ligne',
  '/connection': 'aller page clés limites compte',
  '/preferences': 'aller page réglages paramètres thème densité notifications raccourcis',
};

export const launchReport = 'Lancer un rapport';
export const alsoLaunchReport = 'nouveau formulaire exécution';
export const openNewestResult = 'Ouvrir le résultat le plus récent';
export const runNewestExpiredAgain = 'Relancer l’exécution expirée la plus récente · utilise 1 créneau sur 3';
export const addKey = 'Ajouter une clé';
export const alsoAddKey = 'api nouvelle saisir connexion';
export const exportPresets = 'Exporter les préréglages';
export const alsoExportPresets = 'enregistrer fichier json télécharger';
export const switchTheme: Readonly<Record<Theme, string>> = {
  light: 'Passer au thème clair',
  dark: 'Passer au thème sombre',
  system: 'Passer au thème du système',
};
export const alsoSwitchTheme = 'couleurs apparence';
export const showShortcuts = 'Afficher les raccourcis clavier';
export const alsoShowShortcuts = 'touches aide';
export const showDrills = 'Afficher les exercices';
export const seeFailures = 'provoquer chaque échec pour le voir';
export const alsoShowDrills = 'bac à sable';
export const sandboxSteps: Readonly<Record<SandboxStep, string>> = {
  '5m': '+ 5 minutes',
  '24h': '+ 24 heures',
};
export const moveTimeOn = (step: string) => `Avancer l’heure du bac à sable, ${step}`;
export const alsoMoveTimeOn = 'horloge temps';

export const alsoPreset = 'préréglage lancer';
export const alsoOpenResult = 'ouvrir résultat';
export const alsoOpenRun = 'ouvrir exécution';
export const launchFor = (mailbox: string) => `Lancer pour ${mailbox}`;
export const withKey = (key: string) => `avec la clé ${key}`;
export const alsoMailbox = 'boîte aux lettres rapport';

export const launchedAgain = (run: string) => `${run}\u00a0: rapport relancé.`;
export const timeMovedOn = (step: string) => `L’heure du bac à sable a été avancée, ${step}.`;
export const timeNotMoved = 'L’heure du bac à sable n’a pas pu être avancée.';

export const shortcuts = 'Raccourcis clavier';
export const shortcutActs: Readonly<Record<ShortcutAct, string>> = {
  '/': 'Aller au tableau de bord',
  '/launch': 'Aller à Lancer',
  '/copies': 'Aller à Copies enregistrées',
  '/connection': 'Aller à Connexion',
  launch: 'Lancer un rapport\u00a0: au formulaire, et dans le formulaire à son premier champ',
  filter: 'Rechercher dans ce que la page affiche',
  shortcuts: 'Afficher les raccourcis clavier',
  palette: 'Rechercher une page ou une exécution, ou agir',
};
export const off = '(désactivé)';
export const afterwards = 'puis';
export const singleKeys = 'Raccourcis d’une seule touche';
export const singleKeysHint = (keys: string) =>
  `Sans eux, seul ${keys} est pris en compte, et une saisie ordinaire hors d’un champ ne fait rien. Dans les champs et les dialogues, ils ne sont jamais pris en compte.`;
