// What the page of saved copies says to people, and what is asked before copies are removed, in French.
import { formatNumber, plural } from '#src/ui/number-format.ts';
import type { KeptDays } from './copy-settings.ts';
import type { FileReading } from './copy-file.ts';
import type { CopySource } from './saved-copy.ts';

export const savedCopies = 'Copies enregistrées';
export const findCopy = 'Rechercher une copie';
export const foundOf = (found: number, all: number) => `${found} sur ${plural(all, 'copie', 'copies')}`;
export const removeAll = 'Tout supprimer';
export const removeThese = (count: number) =>
  count === 1 ? 'Supprimer cette copie' : `Supprimer ces ${count}`;
export const removed = (count: number) => `${plural(count, 'copie supprimée', 'copies supprimées')}.`;

export const takeSpace = (count: number, size: string) =>
  `${plural(count, 'copie', 'copies')}, environ ${size}. Conservation dans ce navigateur uniquement.`;
export const takeSpaceOf = (count: number, size: string, free: string) =>
  `${plural(count, 'copie', 'copies')}, environ ${size}\u00a0; il reste ${free} dans ce navigateur. Conservation dans ce navigateur uniquement.`;

export const rows = (count: number) => plural(count, 'ligne', 'lignes');
export const onlyPart = (kept: number) => `Une partie seulement\u00a0: ${plural(kept, 'ligne', 'lignes')}`;
export const onlyPartOf = (kept: number, all: number) =>
  `Une partie seulement\u00a0: ${plural(kept, 'ligne', 'lignes')} sur ${formatNumber(all)}`;
export const final = 'Définitif';
export const lastPeriodOpen = 'Sa dernière période n’était pas close';
export const savedAt: Readonly<Record<CopySource, (time: string) => string>> = {
  operator: (time) => `copie enregistrée le ${time}`,
  automatic: (time) => `copie enregistrée automatiquement le ${time}`,
  file: (time) => `lue dans un fichier, copie enregistrée le ${time}`,
};
export const withKey = (label: string) => `clé ${label}`;
export const notGivenBack = 'Le navigateur ne rend pas cette copie\u00a0: il n’y a donc pas de fichier.';
export const open = 'Ouvrir';
export const openCopy = (title: string) => `Ouvrir ${title}`;
export const exportToFile = 'Exporter dans un fichier';
export const exportCopy = (title: string) => `Exporter dans un fichier\u00a0: ${title}`;
export const remove = 'Supprimer';
export const removeCopy = (title: string) => `Supprimer ${title}`;

export const removeThisTitle = 'Supprimer cette copie\u00a0?';
export const removeManyTitle = (count: number) => `Supprimer ${plural(count, 'copie', 'copies')}\u00a0?`;
export const removeOne = 'Supprimer la copie';
export const removeMany = (count: number) => `Supprimer ${plural(count, 'copie', 'copies')}`;
export const keepIt = 'La garder';
export const keepThem = 'Les garder';
export const spaceFreed = (size: string, _count: number) =>
  `Cela libère ${size} de l’espace de ce navigateur. Les résultats expirés ne peuvent plus être lus\u00a0; leurs rapports peuvent être relancés.`;
export const notRemoved = 'Le navigateur n’a pas permis la suppression. Réessayez dans un instant.';

export const forgetTitle = (label: string) => `Oublier la clé ${label}\u00a0?`;
export const forgetKey = 'Oublier la clé';
export const copiesOfKey = (count: number) =>
  `${plural(count, 'copie enregistrée de ses résultats se trouve', 'copies enregistrées de ses résultats se trouvent')} dans ce navigateur et ${count === 1 ? 's’ouvre' : 's’ouvrent'} sans la clé.`;
export const alsoRemove = (count: number, size: string) =>
  `Supprimer aussi ${count === 1 ? 'cette copie' : 'ces copies'} (${size})`;
export const nothingForgotten =
  'Le navigateur n’a pas permis de supprimer les copies\u00a0: rien n’a donc été oublié. Réessayez dans un instant.';

export const keepCopies = 'Conserver les copies';
export const keepCopiesHint = 'Les plus anciennes sont supprimées à la prochaine ouverture de Report Desk.';
export const keptDays: Readonly<Record<KeptDays, string>> = {
  '30': '30 jours',
  '90': '90 jours',
  '365': '365 jours',
  ever: 'Jusqu’à leur suppression',
};
export const saveByItself = 'Enregistrer automatiquement';
export const saveByItselfHint =
  'Les résultats terminés de ces rapports sont enregistrés tant que Report Desk est ouvert et visible, avec des requêtes dont personne d’autre n’a besoin\u00a0: seulement tant que moins de la moitié de celles de la minute sont utilisées.';
export const saveByHand = 'Les listes de messages parlent de personnes\u00a0: enregistrez-les vous-même.';

export const readFromFile = 'Lire une copie dans un fichier';
export const copyFile = 'Fichier d’une copie enregistrée';
export const notRead = (file: string, reason: string) => `${file}\u00a0: ${reason}`;
export const notReadBecause: Readonly<
  Record<Exclude<FileReading['kind'], 'read'>, (largest: string) => string>
> = {
  'too-large': (largest) => `Le fichier dépasse ${largest}\u00a0: il n’a pas été lu.`,
  'not-json': () => 'Le fichier n’est pas en JSON\u00a0: il ne contient donc pas de copie.',
  'not-a-copy': () => 'Le fichier n’est pas une copie que cette version de Report Desk peut lire.',
};
export const notKept =
  'La copie n’a pas été conservée\u00a0: ce navigateur n’a pas la place, ou ne le permet pas.';
export const inTheList = (title: string, count: number) =>
  `${title}, ${plural(count, 'ligne', 'lignes')}\u00a0: la copie est dans la liste.`;
export const partInFile = 'Elle ne contient qu’une partie du résultat.';
