// What failures of runs, results, attachments and saved copies say to people, in French.

export const linkStoppedWorking = 'Ce lien de page ne fonctionne plus';
export const runIsIntact =
  'L’exécution est intacte. Seul le lien vers cette page de son résultat a été refusé\u00a0; on ignore pourquoi.';
export const readsAnew =
  '«\u00a0Recharger depuis la première page\u00a0» relit le résultat depuis le début et ne lance rien.';

export const wrongKey = 'Mauvaise clé pour cette exécution';
export const onlyStartingKey = (key: string) =>
  `Seule la clé qui a lancé une exécution peut la lire, et l’API refuse cette lecture à ${key}.`;
export const updatesStop =
  'L’exécution se poursuit chez Emailgistics\u00a0; ses mises à jour s’arrêtent ici jusqu’au changement de clé.';

export const cannotBeDownloaded = 'Cette pièce jointe ne peut pas être téléchargée';
export const noContent = {
  link: 'Seules les pièces jointes de type fichier peuvent être téléchargées, et celle-ci est un lien vers un fichier conservé ailleurs, par exemple dans OneDrive ou SharePoint.',
  item: 'Seules les pièces jointes de type fichier peuvent être téléchargées, et celle-ci est un élément d’Exchange, par exemple un message, un rendez-vous ou un contact.',
  other:
    'Seules les pièces jointes de type fichier peuvent être téléchargées, et celle-ci est d’un autre type.',
  gone: 'Elle figure dans la liste de son message, mais son contenu a disparu\u00a0: il a été supprimé ou déplacé dans Exchange, où il est lu à chaque fois.',
};
export const inTheMailbox = {
  link: 'Pour le suivre, ouvrez son message dans la boîte aux lettres.',
  item: 'Pour le voir, ouvrez son message dans la boîte aux lettres.',
  other: 'Pour la voir, ouvrez son message dans la boîte aux lettres.',
  gone: 'Pour la chercher, ouvrez son message dans la boîte aux lettres.',
};

export const resultExpired = 'Résultat expiré';
export const keptHours = (hours: number) =>
  `Les résultats sont conservés ${hours} heures. Les réglages restent conservés.`;
export const keptHoursUntil = (hours: number, when: string) =>
  `Les résultats sont conservés ${hours} heures. Fin de conservation de celui-ci\u00a0: ${when}. Les réglages restent conservés.`;
export const sameNumbers =
  'Toutes ses périodes étaient définitives\u00a0: une nouvelle exécution donne les mêmes chiffres.';
export const otherNumbers =
  'Sa dernière période était encore ouverte\u00a0: une nouvelle exécution peut donner d’autres chiffres.';
export const eitherNumbers =
  'Pour les périodes définitives, les chiffres seront les mêmes\u00a0; pour une période ouverte, ils ont pu évoluer.';

export const otherKey = 'Appartient à une autre clé';
export const madeWith = (key: string) =>
  `Créé avec ${key}, qui n’est pas chargée dans ce service Report Desk. Un résultat ne s’ouvre qu’avec la clé qui l’a lancé.`;
export const toBeSentWith = (key: string) =>
  `À envoyer avec ${key}, qui n’est pas chargée dans ce service Report Desk. Le lancement attend dans la file d’attente et sera envoyé une fois cette clé chargée.`;
export const toBeReadWith = (key: string) =>
  `À lire avec ${key}, qui n’est pas chargée dans ce service Report Desk. Sa liste de boîtes aux lettres ne s’ouvre qu’avec cette clé.`;
export const switchToGoOn = 'Passez à cette clé pour continuer.';
export const newRunWith = (key: string) =>
  `«\u00a0Relancer avec cette clé\u00a0» crée une nouvelle exécution avec ${key}.`;

export const cannotBeFound = 'Résultat introuvable';
export const notFound =
  'L’API ne trouve pas ce résultat, alors qu’il devrait encore exister. On ignore pourquoi.';
export const notFoundThen = (when: string) =>
  `L’API n’a pas trouvé ce résultat alors qu’il aurait encore dû exister. Fin de sa conservation\u00a0: ${when}. On ignore pourquoi.`;
export const checked = (hours: number, key: string, mailbox: string) =>
  `Ce qui a été vérifié. Son âge\u00a0: les résultats sont conservés ${hours} heures. Sa clé\u00a0: ${key}. Sa boîte aux lettres\u00a0: ${mailbox}.`;
export const checkedOfAge = (when: string, hours: number, key: string, mailbox: string) =>
  `Ce qui a été vérifié. Son âge\u00a0: lancement ${when}, et les résultats sont conservés ${hours} heures. Sa clé\u00a0: ${key}. Sa boîte aux lettres\u00a0: ${mailbox}.`;
export const checkOrRun =
  '«\u00a0Vérifier encore une fois\u00a0» ne fait que regarder à nouveau. «\u00a0Relancer\u00a0» crée une nouvelle exécution.';

export const tooManyRequests = 'En pause\u00a0: trop de requêtes';
export const requestsUsedUp = (perMinute: number) =>
  `Le compte autorise ${perMinute} requêtes par minute, tous outils et toutes clés confondus, et elles sont épuisées.`;
export const continues = 'La reprise est automatique. Les exécutions se poursuivent chez Emailgistics.';
export const continuesAt = (time: string) =>
  `Reprise automatique\u00a0: ${time}. Les exécutions se poursuivent chez Emailgistics.`;

export const updateDelayed = 'Mise à jour retardée';
export const lastGood = (when: string) => `Dernière mise à jour réussie\u00a0: ${when}.`;
export const noneGood = 'Aucune réponse valable n’est encore arrivée.';
export const runUnaffected =
  'Le service, ou le chemin qui y mène, a eu une défaillance\u00a0; l’exécution n’est très probablement pas touchée.';
export const runsUnaffected =
  'Le service, ou le chemin qui y mène, a eu une défaillance\u00a0; les exécutions ne sont très probablement pas touchées.';
export const checkNowReads =
  '«\u00a0Vérifier maintenant\u00a0» interroge à nouveau le service\u00a0; c’est une simple lecture.';

export const notUnderstood = 'Réponse non comprise';
export const undocumentedForm =
  'Une réponse est arrivée, mais pas sous la forme documentée. Les dernières bonnes données sont conservées.';
export const checkOnceMoreReads =
  '«\u00a0Vérifier encore une fois\u00a0» interroge à nouveau le service\u00a0; c’est une simple lecture.';

export const copyNotSaved = 'Copie non enregistrée';
export const noRoom =
  'Ce navigateur n’a pas la place pour la copie, ou n’autorise pas son enregistrement. Aucune partie n’en a été gardée.';
export const staysHours = (hours: number) =>
  `Le résultat reste chez Emailgistics ${hours} heures après son lancement. Exportez-le d’ici là, ou libérez de l’espace et enregistrez-le à nouveau.`;
export const staysUntil = (when: string) =>
  `Le résultat reste encore chez Emailgistics. Fin de sa conservation\u00a0: ${when}. Exportez-le d’ici là, ou libérez de l’espace et enregistrez-le à nouveau.`;
