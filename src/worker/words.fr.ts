// What the offer of a newer version says to people, in French.

export const newVersion = 'Nouvelle version';
export const versionReady = 'Une nouvelle version est prête';
export const versionReadyNews = 'Une nouvelle version est prête.';
export const reloadNow = 'Recharger maintenant';
export const launchIsBeingSent = 'Un lancement est en cours d’envoi.';
export const later = 'Plus tard';
