// What the button of a waiting launch says to people, in French.

export const sendNow = 'Envoyer maintenant';
