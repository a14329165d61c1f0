// What the ranges that are offered by name are called, in French.
export const anyTime = 'N’importe quand';
export const today = 'Aujourd’hui';
export const yesterday = 'Hier';
export const thisWeek = 'Cette semaine';
export const lastWeek = 'La semaine dernière';
export const last7Days = 'Les 7 derniers jours';
export const thisMonth = 'Ce mois-ci';
export const lastMonth = 'Le mois dernier';
export const last30Days = 'Les 30 derniers jours';
export const custom = 'Personnalisée';
