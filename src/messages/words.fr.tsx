// What this folder says to people, in French.
import type { ReactNode } from 'react';
import type { Attachment } from '#src/contract/attachments.ts';
import { plural } from '#src/ui/number-format.ts';

export const attachments = 'Pièces jointes';
export const showMessages = 'Afficher ces messages';

export const attachmentsOf = (count: number, messageId: ReactNode): ReactNode => (
  <>
    {plural(count, 'pièce jointe', 'pièces jointes')} du message {messageId}
  </>
);
export const message = (messageId: ReactNode): ReactNode => <>Message {messageId}</>;
export const readWith = (key: string) => `Lu avec la clé «\u00a0${key}\u00a0».`;
export const theAttachments = 'les pièces jointes d’un message';
export const messageGone =
  'Le message a très probablement disparu d’Exchange, ou sa boîte aux lettres est hors de la liste de cette clé\u00a0: l’API ne le précise pas.';
export const loadingAttachments = 'Chargement des pièces jointes';
export const noAttachments = 'Ce message n’a pas de pièces jointes.';
export const closingCancels = 'Fermer cette fenêtre annule les téléchargements en cours.';

export const nameless = 'Pièce jointe sans nom';
export const kinds: Readonly<Record<Attachment['attachmentType'], string>> = {
  fileAttachment: 'Fichier',
  referenceAttachment: 'Lien vers un fichier conservé ailleurs',
  itemAttachment: 'Élément d’Exchange',
  unrecognised: 'Type inconnu de Report Desk',
};
export const download = (name: ReactNode): ReactNode => <>Télécharger {name}</>;
export const cancel = (name: ReactNode): ReactNode => <>Annuler {name}</>;
export const noAddress = 'Son identifiant n’est pas de ceux que l’on peut demander à l’API.';
export const tooLargeHere = (most: string) =>
  `Plus de ${most}, ce que ce navigateur ne peut pas enregistrer d’ici. Ouvrez son message dans la boîte aux lettres pour l’enregistrer.`;
export const namelessFile = 'piece-jointe';

export const downloaded = 'Téléchargé';
export const askedFor = 'Demandée';
export const soFar = (received: string) => `${received} pour l’instant`;
export const receivedOf = (received: string, total: string) => `${received} sur ${total}`;
export const isSaved = (name: string) => `Fichier enregistré\u00a0: ${name}.`;
export const saved = 'Enregistrée là où ce navigateur range ses téléchargements';
export const tooLarge = (most: string) =>
  `Plus de ${most}\u00a0: le téléchargement a été abandonné. Ouvrez son message dans la boîte aux lettres pour l’enregistrer`;
export const notWritten = 'Impossible de l’écrire à l’endroit choisi. Rien n’en a été gardé';
