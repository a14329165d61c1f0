// What is said of a run that the desk has already, in French.
import type { DuplicateKind } from '#src/records/duplicates.ts';
import type { DuplicateWords } from './duplicate-words.ts';

export const duplicates: Readonly<Record<DuplicateKind, DuplicateWords>> = {
  running: {
    title: 'Ce rapport est déjà en cours',
    text: 'Une exécution avec exactement ces réglages est en cours. Une seconde donnerait les mêmes lignes et occuperait un second créneau.',
    open: 'Ouvrir cette exécution',
  },
  waiting: {
    title: 'Ce rapport est déjà en attente',
    text: 'Un lancement avec exactement ces réglages est dans la file d’attente. Un second donnerait les mêmes lignes.',
    open: 'Ouvrir ce lancement',
  },
  'may-be-running': {
    title: 'Ce rapport est peut-être en cours',
    text: 'Un lancement avec exactement ces réglages a été envoyé, et personne ne sait encore s’il a démarré. Un second pourrait donner deux exécutions.',
    open: 'Ouvrir ce lancement',
  },
  final: {
    title: 'Ce résultat existe déjà',
    text: 'Toutes ses périodes sont définitives\u00a0: le relancer donne les mêmes lignes.',
    open: 'Ouvrir le résultat',
  },
  'moved-on': {
    title: 'Il existe un résultat antérieur',
    text: 'Il a les mêmes réglages. Sa dernière période était encore ouverte\u00a0: le relancer peut donner des chiffres plus récents.',
    open: 'Ouvrir le résultat',
  },
  'other-key': {
    title: 'Cette exécution appartient à une autre clé',
    text: 'Une exécution avec exactement ces réglages a été lancée avec une clé qui n’est pas chargée, et ne peut être lue qu’avec elle.',
    open: 'Ouvrir cette exécution',
  },
};
