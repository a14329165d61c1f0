// What the offer of a newer version says to people.

export const newVersion = 'New version';
export const versionReady = 'A new version is ready';
export const versionReadyNews = 'A new version is ready.';
export const reloadNow = 'Reload now';
export const launchIsBeingSent = 'A launch is being sent.';
export const later = 'Later';
