// What the rows of a result say to people, in French. Names that are made of the words of a field's name stay in the API's language.
import type { ColumnUnit } from './column-units.ts';

export const groups = {
  time: 'Temps',
  people: 'Personnes',
  messages: 'Messages',
  replies: 'Réponses',
  closing: 'Clôture',
  assignment: 'Attribution',
  other: 'Autres',
  ids: 'Identifiants',
};

export const fieldNames = {
  id: 'ID de la ligne',
  startDateTime: 'Début de la période',
  received: 'Reçus',
  initiated: 'Initiés',
  userId: 'ID de l’utilisateur',
  userName: 'Utilisateur',
  userEmail: 'E-mail de l’utilisateur',
  userActive: 'Utilisateur actif',
  messageId: 'ID du message',
};
export const noName = '(sans nom)';
export const atName = (name: string) => `${name} (date)`;
export const timeOfName = (name: string) => `${name} (durée)`;
export const time = 'Durée';
export const clocks = {
  'mailbox hours': 'heures de la boîte aux lettres',
  'user hours': 'heures de l’utilisateur',
  elapsed: 'temps écoulé',
};
export const nameByClock = (name: string, clock: string) => `${name}, ${clock}`;
export const nameInUnit = (name: string, unit: string) => `${name}, ${unit}`;
export const unitSigns: Readonly<Record<ColumnUnit, string>> = {
  percent: '%',
  share: 'proportion',
  milliseconds: 'ms',
  seconds: 'secondes',
  minutes: 'minutes',
};

export const formats: Readonly<Record<Exclude<ColumnUnit, 'milliseconds'> | 'number', string>> = {
  number: 'Nombre',
  seconds: 'Durée en secondes',
  minutes: 'Durée en minutes',
  percent: 'Pourcentage (62 signifie 62\u00a0%)',
  share: 'Proportion (0,62 signifie 62\u00a0%)',
};

export const yes = 'Oui';
export const no = 'Non';
export const seconds = (figure: string) => `${figure} s`;
export const minutes = (figure: string) => `${figure} min`;
export const minutesAndSeconds = (figure: string, more: number) => `${figure} min ${more} s`;
export const hours = (figure: string) => `${figure} h`;
export const hoursAndMinutes = (figure: string, more: number) => `${figure} h ${more} min`;
