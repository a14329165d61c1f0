// What the dialogs of presets say, what is said of a preset, and what came of reading a file of them, in French.
import type { Period } from '#src/contract/reports.ts';
import { plural } from '#src/ui/number-format.ts';

export const byPeriod: Readonly<Record<Period, string>> = {
  hour: 'par heure',
  day: 'par jour',
  week: 'par semaine',
  month: 'par mois',
};
export const mailboxes = (count: number) => plural(count, 'boîte aux lettres', 'boîtes aux lettres');
export const withPeriodBefore = 'avec la période précédente';
export const fromTo = (from: string, to: string) => `${from} au ${to}`;
export const named = (report: string, range: string) => `${report}, ${range}`;

export const saveAsPreset = 'Enregistrer comme préréglage';
export const keyIsNoPart = (settings: string) => `${settings}. La clé ne fait pas partie d’un préréglage.`;
export const name = 'Nom';
export const pinIt = 'Épingler';
export const pinnedFirst = 'Les préréglages épinglés viennent en premier.';
export const savePreset = 'Enregistrer le préréglage';
export const replace = (preset: string) => `Remplacer «\u00a0${preset}\u00a0»`;
export const keepEditing = 'Continuer à modifier';
export const saved = (preset: string) => `Préréglage «\u00a0${preset}\u00a0» enregistré`;
export const enterName = 'Saisissez un nom.';
export const nameTaken = 'Un préréglage porte déjà ce nom.';
export const nameTakenReplace =
  'Un préréglage porte déjà ce nom. Saisissez-en un autre, ou remplacez ce préréglage.';

export const presets = 'Préréglages';
export const noPresets =
  'Aucun préréglage pour le moment. Remplissez le formulaire, puis choisissez «\u00a0Enregistrer comme préréglage\u00a0».';
export const pinnedAnd = (settings: string) => `Épinglé · ${settings}`;
export const pin = 'Épingler';
export const unpin = 'Désépingler';
export const rename = 'Renommer';
export const remove = 'Supprimer';
export const removed = (preset: string) => `Préréglage «\u00a0${preset}\u00a0» supprimé`;
export const wasRemoved = (preset: string) => `«\u00a0${preset}\u00a0» a été supprimé.`;
export const undo = 'Annuler';
export const newName = 'Nouveau nom';
export const saveName = 'Enregistrer le nom';
export const keepName = (preset: string) => `Garder «\u00a0${preset}\u00a0»`;

export const exportPresets = 'Exporter les préréglages';
export const importPresets = 'Importer des préréglages';
export const noneYet = 'Il n’y en a pas encore.';
export const fileWithPresets = 'Fichier de préréglages';
export const importOutcome = 'Importation';
export const noFileOfPresets = (file: string) =>
  `«\u00a0${file}\u00a0» n’est pas un fichier de préréglages. Rien n’a été modifié.`;
export const takenIn = (count: number, file: string) =>
  `${plural(count, 'préréglage importé', 'préréglages importés')} depuis «\u00a0${file}\u00a0».`;
export const thereAlready = (preset: string) =>
  `«\u00a0${preset}\u00a0» existe déjà, avec les mêmes réglages.`;
export const takenInAs = (preset: string, newly: string) =>
  `«\u00a0${preset}\u00a0» a été importé sous le nom «\u00a0${newly}\u00a0»\u00a0: un autre préréglage porte déjà le sien.`;
export const newerVersion =
  'Le fichier vient d’une version plus récente de Report Desk. Ce que cette version ne connaît pas a été ignoré.';
export const entryAt = (number: number) => `L’entrée ${number}`;
export const entryNamed = (number: number, preset: string) => `L’entrée ${number} («\u00a0${preset}\u00a0»)`;
export const hasNoName = (entry: string) => `${entry} a été ignorée\u00a0: elle n’a pas de nom.`;
export const hasNoSettings = (entry: string) => `${entry} a été ignorée\u00a0: elle n’a pas de réglages.`;
export const namesNoReport = (entry: string) =>
  `${entry} a été ignorée\u00a0: elle ne désigne aucun rapport connu ici.`;
