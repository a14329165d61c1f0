// What this folder says to people, in French.

export const keyMayHaveExpired = (day: string) =>
  `Cette clé a peut-être expiré\u00a0: vous aviez noté ${day}.`;

export const keyExpiresSoon = (left: string, minutes: number) =>
  `Cette clé expire dans ${left}\u00a0; un rapport peut durer ${minutes} minutes.`;

export const keyExpiresToday = (minutes: number) =>
  `Cette clé expire aujourd’hui, à une heure inconnue\u00a0; un rapport peut durer ${minutes} minutes, et son résultat se lit avec la même clé.`;

export const keyExpiresOn = (day: string, atTheEarliest: string) =>
  `Elle expire le ${day}, au plus tôt dans ${atTheEarliest}.`;

export const mayNotStayReadable =
  'Ce qui est lancé maintenant ne restera peut-être pas lisible pendant 24 heures.';
