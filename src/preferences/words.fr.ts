// What the Preferences page says to people, in French.
import { plural } from '#src/ui/number-format.ts';

export const preferences = 'Préférences';
export const keptInBrowser =
  'Conservées dans ce navigateur, et suivies aussitôt par tous les onglets de Report Desk.';
export const notKept =
  'Ce navigateur ne conserve rien ici\u00a0: le choix vaut jusqu’à la fermeture de l’onglet.';

export const appearance = 'Apparence';
export const theme = 'Thème';
export const asSystem = 'Comme le système';
export const light = 'Clair';
export const dark = 'Sombre';
export const density = 'Densité';
export const densityHint = 'L’affichage compact montre plus de cartes et de lignes à la fois.';
export const comfortable = 'Confortable';
export const compact = 'Compact';

// Langue.
export const languages = 'Langue';
export const language = 'Afficher Report Desk en';
export const languageHint =
  'La page est rechargée. Les noms des rapports et les réponses d’Emailgistics restent tels quels. Les autres onglets suivent à leur prochain chargement.';
export const asTheBrowser = 'La langue du navigateur';

export const times = 'Heures';
export const zone = 'Afficher les heures selon';
export const zoneHint =
  'Sur les cartes, dans la liste et dans les panneaux d’échec. Les périodes et les résultats sont toujours à l’heure de leur boîte aux lettres.';
export const myTime = (place: string) => `Mon heure (${place})`;
export const mailboxTime = 'L’heure de la boîte aux lettres';
export const utc = 'UTC';
export const weekStart = 'Premier jour de la semaine';
export const weekStartHint =
  'Pour «\u00a0Cette semaine\u00a0» et «\u00a0La semaine dernière\u00a0», et pour les semaines dans le récapitulatif d’un lancement. Les lignes par semaine sont groupées par Emailgistics, dont les semaines peuvent commencer un autre jour.';
export const asUsualHere = (weekday: string) => `Selon l’usage local (${weekday})`;

export const updates = 'Mises à jour';
export const pace = 'Suivi des exécutions';
export const paceHint =
  'Le suivi espacé demande l’état de chaque exécution au plus une fois par minute, et lit les jauges toutes les trente secondes\u00a0: moins de requêtes du compte, et une fin vue plus tard.';
export const asUseful = 'Aussi souvent qu’il est utile';
export const slower = 'Espacé';

export const keyboard = 'Clavier';
export const singleKeys = 'Raccourcis à une seule touche';
export const singleKeysHint =
  'Appuyez sur ? pour les voir tous. Désactivez-les si un programme qui tape à votre place les déclenche.';
export const on = 'Activés';
export const off = 'Désactivés';

export const takeAlong = 'À emporter';
export const aboutFile =
  'Un fichier contient les choix de cette page. Les notifications n’en font pas partie\u00a0: chaque navigateur les demande lui-même.';
export const exportPreferences = 'Exporter les préférences';
export const importPreferences = 'Importer des préférences';
export const reset = 'Réinitialiser';
export const fileWithPreferences = 'Fichier de préférences';
export const outcome = 'Résultat de l’opération';
export const noPreferences = (file: string) =>
  `«\u00a0${file}\u00a0» n’est pas un fichier de préférences de Report Desk. Rien n’a été changé.`;
export const nothingTaken = (file: string) =>
  `Rien dans «\u00a0${file}\u00a0» n’a pu être repris. Rien n’a été changé.`;
export const taken = (count: number, file: string) =>
  `${plural(count, 'préférence reprise', 'préférences reprises')} de «\u00a0${file}\u00a0».`;
export const wasReset = 'Toutes les préférences sont revenues à leur valeur d’origine.';
export const noSuchPreference = (name: string) =>
  `«\u00a0${name}\u00a0» a été laissé de côté\u00a0: Report Desk n’a pas de telle préférence.`;
export const staysAsItIs = (preference: string) =>
  `${preference}\u00a0: inchangé, car Report Desk ne connaît pas le choix du fichier.`;
export const newerFile =
  'Le fichier vient d’une version plus récente de Report Desk. Ce que cette version ne connaît pas a été laissé de côté.';
