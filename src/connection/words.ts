// What this folder says to people.

export const keyMayHaveExpired = (day: string) => `This key may have expired: you noted ${day}.`;

export const keyExpiresSoon = (left: string, minutes: number) =>
  `This key expires in ${left}; a report can run ${minutes} minutes.`;

export const keyExpiresToday = (minutes: number) =>
  `This key expires today, at an hour that is not known; a report can run ${minutes} minutes, and its result is read with the same key.`;

export const keyExpiresOn = (day: string, atTheEarliest: string) =>
  `It expires on ${day}, in ${atTheEarliest} at the earliest.`;

export const mayNotStayReadable = 'What is launched now may not stay readable for its 24 hours.';
