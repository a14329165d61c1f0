// What exports say to people, in French.
import type { ExportSettings } from '#src/exports/export-settings.ts';
import { formatNumber, plural } from '#src/ui/number-format.ts';

export const exportAndSave = 'Exporter et enregistrer';
export const exportCsv = 'Exporter en CSV';
export const exportJson = 'Exporter en JSON';

export const csvHolds = 'Contenu d’un fichier CSV';
export const everything = 'Tout';
export const whatTableShows = (count: number) =>
  `Ce que montre le tableau\u00a0: ${plural(count, 'ligne', 'lignes')}`;

export const copyWaits = (rows: string, stopped: boolean) =>
  `La copie sera enregistrée quand toutes les lignes seront là. Pour l’instant\u00a0: ${rows}${stopped ? '\u00a0; la lecture s’est arrêtée' : ''}.`;
export const fileWaits = (rows: string, stopped: boolean) =>
  `Le fichier sera écrit quand toutes les lignes seront là. Pour l’instant\u00a0: ${rows}${stopped ? '\u00a0; la lecture s’est arrêtée' : ''}.`;
export const loadRest = 'Charger le reste';
export const saveNow = (count: number) => `Enregistrer ${plural(count, 'ligne', 'lignes')} maintenant`;
export const exportNow = (count: number) => `Exporter ${plural(count, 'ligne', 'lignes')} maintenant`;
export const doNotSave = 'Ne pas enregistrer';
export const doNotExport = 'Ne pas exporter';
export const rowsWritten = 'Lignes écrites';

export const partialOf = (count: number, total: number) =>
  `Partiel\u00a0: seulement ${formatNumber(count)} sur ${formatNumber(total)}.`;
export const partial = (count: number) =>
  `Partiel\u00a0: seulement ${formatNumber(count)}, et il peut y en avoir d’autres.`;
export const exported = (count: number, file: string) =>
  `${plural(count, 'ligne exportée', 'lignes exportées')} dans ${file}.`;
export const wholeIsSaved =
  'Une copie entière est déjà enregistrée\u00a0: cette partie n’en a pas été gardée.';
export const copyIsSaved = (count: number) =>
  `Une copie de ${plural(count, 'ligne', 'lignes')} est enregistrée dans ce navigateur.`;
export const savedCopies = 'Copies enregistrées';

export const csvOptions = 'Options CSV';
export const done = 'Terminé';
export const separator = 'Séparateur';
export const separatorHint =
  'Les tableurs dans les langues qui écrivent 1,5 pour un et demi attendent des points-virgules.';
export const separators: Readonly<Record<ExportSettings['separator'], string>> = {
  comma: 'Virgule',
  semicolon: 'Point-virgule',
  tab: 'Tabulation',
};
export const byteOrderMark = 'Commencer par un indicateur d’ordre des octets (BOM)';
export const byteOrderMarkHint =
  'Excel lit alors correctement les noms accentués. La plupart des autres programmes s’en passent.';
