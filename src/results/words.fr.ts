// What the page of a run says to people, in French.
import type { SavedCopy } from '#src/copies/saved-copy.ts';
import type { ReadingEnd } from '#src/rows/gather-pages.ts';
import { formatNumber, plural } from '#src/ui/number-format.ts';

export const loadingRun = 'Chargement de l’exécution';
export const loadingRows = 'Chargement des lignes';
export const loading = 'Chargement';
export const showMessages = 'Afficher ces messages';
export const outOfReach =
  'Ses lignes sont chez Emailgistics, et aucune copie n’en est enregistrée dans ce navigateur. Elles s’ouvrent ici dès que Report Desk répond de nouveau.';

export const progress = 'Progression';
export const onItsWay = 'En route vers Emailgistics.';
export const opensByItself = 'Le résultat s’ouvre ici de lui-même.';

export const lookingForRun = 'Recherche de l’exécution';
export const noSuchRun = 'Exécution introuvable';
export const goToBoard = 'Aller au tableau de bord';
export const cardRemoved = 'La carte de cette exécution a été retirée';
export const bringBack = 'La rétablir';
export const removedAreKept =
  'Les cartes retirées sont conservées deux jours. Le résultat est peut-être encore lisible.';
export const runNotKnown = 'Ce navigateur ne connaît pas cette exécution';
export const whereRunsAreKept =
  'Les exécutions sont conservées dans le navigateur qui les a lancées et, pendant deux jours, dans la passerelle de ce service Report Desk, qui ne connaît pas celle-ci non plus.';

export const views = 'Vues du résultat';
export const table = 'Tableau';
export const chart = 'Graphique';
export const compare = 'Comparer';
export const requestInPart = (request: string, rows: string) => `${request} (${rows})`;
export const chartInFileName = 'graphique';

export const rows = (count: number) => plural(count, 'ligne', 'lignes');
export const rowsOfTotal = (count: number, total: number) =>
  `${plural(count, 'ligne chargée', 'lignes chargées')} sur ${formatNumber(total)}`;
export const moreFollow = (count: number) =>
  `${plural(count, 'ligne chargée', 'lignes chargées')}, d’autres suivent`;
export const moreMayFollow = (count: number) =>
  `${plural(count, 'ligne chargée', 'lignes chargées')}, d’autres suivent peut-être`;
export const rowsSoFar = (rowsHere: string) => `${rowsHere}.`;
export const partial = (rowsHere: string) => `Partiel\u00a0: ${rowsHere}`;
export const cameTwice = (count: number) =>
  plural(
    count,
    'ligne est arrivée une seconde fois et n’est affichée qu’une fois.',
    'lignes sont arrivées une seconde fois et ne sont affichées qu’une fois.',
  );
export const allLoaded = (count: number) =>
  `Chargement terminé\u00a0: ${plural(count, 'ligne', 'lignes')} en tout.`;
export const pause = 'Suspendre';
export const rowsLoaded = 'Lignes chargées';
export const loadAllRows = 'Charger toutes les lignes';

export const final = 'Définitif';
export const stillMoving = 'Encore provisoire';
export const dataUpTo = (when: string) => `Données arrêtées au ${when}`;
export const sameRowsAgain =
  'Toutes les périodes sont définitives\u00a0: une nouvelle exécution donne les mêmes lignes.';
export const newerFiguresAgain =
  'La dernière période était encore ouverte\u00a0: une nouvelle exécution peut donner des chiffres plus récents.';

export const stops: Readonly<
  Record<Exclude<ReadingEnd, 'complete' | 'more'>, { readonly title: string; readonly text: string }>
> = {
  cycle: {
    title: 'Les pages tournent en rond',
    text: 'Le lien vers la page suivante ramène à des lignes déjà présentes. La lecture s’est arrêtée, afin qu’aucune ligne ne compte deux fois. Il se peut que des lignes ne soient pas affichées.',
  },
  'foreign-link': {
    title: 'La page suivante mène ailleurs',
    text: 'Le lien vers la page suivante ne mène pas à un résultat chez Emailgistics\u00a0: il n’a pas été suivi, et rien n’y a été envoyé. Il se peut que des lignes ne soient pas affichées.',
  },
  'empty-pages': {
    title: 'Seules des pages vides suivent',
    text: 'Les pages sont arrivées l’une après l’autre sans une seule ligne\u00a0: la lecture s’est arrêtée. Il se peut que des lignes ne soient pas affichées.',
  },
};

export const noRows = 'Aucune ligne ne correspond à ces réglages';
export const nothingFound = (reason: string) =>
  `Le rapport est allé à son terme et n’a rien trouvé à lister. ${reason} Sans lignes, il n’y a rien à exporter ni à enregistrer\u00a0; la demande reste avec l’exécution.`;
export const usersLeftOut =
  'Les utilisateurs absents de cette boîte aux lettres sont laissés de côté sans erreur. Sans ce filtre, tous les utilisateurs sont comptés.';
export const domainsMatched =
  'Les domaines sont comparés à l’identique, sans leurs sous-domaines. Sans ce filtre, tous les domaines sont comptés.';
export const onlyStatuses = 'Seuls les messages ayant l’un des statuts choisis sont listés.';
export const longerRange = 'Une période plus longue en contient peut-être davantage.';

export const figures = 'Chiffres';
export const moreFigures = (count: number) => `${count} de plus`;
export const howCounted = 'Comment ils sont calculés';
export const weighted =
  'Les moyennes sont pondérées par les nombres sur lesquels elles portent, et les parts sont calculées à partir de leurs nombres. Ce qui ne peut pas être réuni ainsi est laissé de côté.';

export const copyOf = (title: string) => `Copie de ${title}`;
export const openItsRun = 'Ouvrir son exécution';
export const openingCopy = 'Ouverture de la copie';
export const copyLost = 'Cette copie est illisible';
export const rowsNotGivenBack =
  'Le navigateur ne rend pas ses lignes, ou pas toutes. Ce qu’il en reste peut être retiré sur la page Copies enregistrées.';
export const savedCopy = 'Copie enregistrée';
export const savedPart = 'Copie enregistrée d’une partie';
export const savedOn: Readonly<Record<SavedCopy['source'], (when: string) => string>> = {
  operator: (when) => `Enregistrée le ${when}.`,
  automatic: (when) => `Enregistrée par Report Desk lui-même le ${when}.`,
  file: (when) => `Lue dans un fichier, selon lequel elle a été enregistrée le ${when}.`,
};
export const launchedOn = (when: string, key: string, cutoff: string) =>
  `Lancement le ${when} avec la clé «\u00a0${key}\u00a0». ${cutoff}.`;
export const notWhole = (count: number) =>
  `Résultat incomplet\u00a0: ${plural(count, 'ligne', 'lignes')} ici. Leurs nombres et leurs sommes ne sont pas ceux du rapport.`;
export const notWholeOf = (count: number, total: number) =>
  `Résultat incomplet\u00a0: ${plural(count, 'ligne', 'lignes')} ici sur ${formatNumber(total)}. Leurs nombres et leurs sommes ne sont pas ceux du rapport.`;
