// What the page of saved copies says around their list, in French.

export const lookingForCopies = 'Recherche des copies';
export const noCopiesHere = 'Pas de copie dans ce navigateur';
export const nothingKept =
  'Ce navigateur ne laisse Report Desk rien conserver\u00a0: aucune copie ne peut être enregistrée ici. Les résultats peuvent être exportés dans des fichiers.';
export const noCopySaved = 'Aucune copie n’est enregistrée dans ce navigateur';
export const howToSave =
  'Emailgistics garde un résultat 24 heures après son lancement. Enregistrez-en une copie depuis sa carte ou sa page\u00a0: elle s’ouvre ici au-delà, même sans connexion.';
export const settingsOfCopies = 'Réglages des copies enregistrées';
export const noSuchCopy = 'Ce navigateur n’a pas cette copie';
export const removedOrElsewhere = 'Elle a été retirée, ou enregistrée dans un autre navigateur.';
