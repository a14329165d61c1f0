// What fields, dialogs and copy buttons say of their own, in French.
export const close = 'Fermer';
export const waitUntilDone = 'Attendez que l’opération soit terminée';
export const copied = 'Copié';
export const copyByHand =
  'Le navigateur n’a pas permis la copie. Le texte est sélectionné\u00a0: copiez-le avec Ctrl+C ou ⌘C.';
export const optional = 'facultatif';
export const choiceBarred = (choice: string, why: string) => `${choice}\u00a0: ${why}`;
