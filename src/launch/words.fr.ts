// What the launch form says to people, in French.
import type { ReportId } from '#src/contract/reports.ts';
import { plural } from '#src/ui/number-format.ts';
import type { Activity, MessageStatus } from './form-state.ts';

export const pageTitle = 'Lancer';
export const launchAReport = 'Lancer un rapport';
export const formNeedsKey = 'Le formulaire réapparaît, tel qu’il a été laissé, dès qu’une clé est chargée.';
export const formNeedsDesk =
  'Le formulaire apparaît dès que ce service Report Desk est de nouveau joignable.';
export const loadingForm = 'Chargement du formulaire';
export const launchReport = 'Lancer le rapport';

export const report = 'Rapport';
export const oneRowPer: Readonly<Record<ReportId, string>> = {
  mailboxPerformance: 'Une ligne par période.',
  mailboxUserPerformance: 'Une ligne par utilisateur et par période.',
  mailboxDomainPerformance: 'Une ligne par domaine d’expéditeur et par période.',
  receivedMessageDetail: 'Une ligne par message.',
};
export const inAdmin = (names: string) => `Dans Admin\u00a0: ${names}.`;
export const needsScopes = (scopes: string, several: boolean) =>
  several
    ? `Nécessite une clé avec les autorisations ${scopes}.`
    : `Nécessite une clé avec l’autorisation ${scopes}.`;
export const refusedForScopes = (key: string, scopes: string, several: boolean) =>
  `«\u00a0${key}\u00a0» a déjà été refusée pour ce qui nécessite ${scopes}, et le sera très probablement encore. Choisissez une autre clé, ou faites-en créer une avec ${several ? 'ces autorisations' : 'cette autorisation'}.`;

export const key = 'Clé';
export const chooseKey = 'Choisir une clé';
export const enterKey = 'Saisir la clé';
export const keyRefused =
  'Cette clé a été refusée. Un lancement reste dans la file d’attente jusqu’à ce qu’elle soit de nouveau acceptée.';
export const keyNotLoaded =
  'La clé choisie n’est pas chargée ici. Choisissez-en une autre, ou saisissez-la de nouveau.';

export const activity = 'Activité';
export const activityHint = 'Les messages qui ont connu cette activité pendant la période.';
export const activities: Readonly<Record<Activity, string>> = {
  received: 'Reçus',
  replied: 'Répondus',
  closed: 'Fermés',
};
export const statuses = 'Statuts';
export const statusesHint = 'Sans choix, tous sont pris en compte.';
export const statusNames: Readonly<Record<MessageStatus, string>> = {
  open: 'Ouvert',
  snoozed: 'Reporté',
  closed: 'Fermé',
};
export const fieldGroups = 'Groupes de champs';
export const groupNotDocumented = (group: string) => `${group} n’est pas documenté pour ce rapport.`;
export const otherGroups = 'Autres groupes';
export const otherFieldGroups = 'Autres groupes de champs';
export const otherGroupsHint = 'Noms de groupes absents de cette liste, séparés par des virgules.';
export const otherMessageGroupsHint =
  'Ce rapport en a quatre de plus, dont les noms ne sont pas documentés. Un ou plusieurs noms, séparés par des virgules.';
export const chooseGroup = 'Choisissez au moins un groupe.';
export const includeDetails = 'Inclure les détails';
export const includeDetailsHint = 'Ajoute les noms et les adresses e-mail à côté des identifiants.';

export const users = 'Utilisateurs';
export const findPerson = 'Rechercher une personne';
export const usersHint =
  'Sans choix, tous sont pris en compte. «\u00a0Utilisateur inconnu\u00a0» compte ce qui a été fait sans utilisateur identifiable.';
export const usersNeedMailbox = 'Choisissez une boîte aux lettres pour voir ses utilisateurs.';
export const unknownUser = 'Utilisateur inconnu';
export const inactive = (name: string) => `${name} (inactif)`;
export const notInMailbox = (name: string) => `${name} (absent de cette boîte aux lettres)`;
export const inNoneOfMailboxes = (name: string) => `${name} (absent de toutes ces boîtes aux lettres)`;
export const whoIsLeftOut = 'Personnes laissées de côté';
export const nobodyIsIn = (mailbox: string) =>
  `Aucune des personnes choisies n’est dans ${mailbox}\u00a0: l’API les ignore toutes sans erreur, et ce qu’elle compte alors n’est pas documenté.`;
export const notIn = (mailbox: string, people: string) =>
  `Absents de ${mailbox}, et ignorés là par l’API sans erreur\u00a0: ${people}.`;
export const more = (count: number) => `${count} de plus`;
export const matching = (found: number, all: number) => `${found} sur ${all} correspondent.`;

export const domains = 'Domaines';
export const domainsHint =
  'Domaines d’expéditeur, un par ligne, comparés à l’identique\u00a0: un sous-domaine est un autre domaine. Vide\u00a0: tous.';
export const domainCount = (count: number) => `${plural(count, 'domaine', 'domaines')}.`;
export const domainCountRepeated = (count: number, repeated: number) =>
  `${plural(count, 'domaine', 'domaines')}\u00a0; ${plural(repeated, 'répétition ne compte', 'répétitions ne comptent')} qu’une fois.`;
export const domainWithStar = (entry: string) =>
  `«\u00a0${entry}\u00a0» contient une «\u00a0*\u00a0». Chaque domaine est comparé tel qu’il est écrit, sans ses sous-domaines\u00a0: saisissez-les un par un.`;
export const domainOfPage = (entry: string, domain: string, without: string) =>
  `«\u00a0${entry}\u00a0» peut désigner ${domain} ou ${without}. Saisissez celui que les expéditeurs ont après «\u00a0@\u00a0».`;
export const noDomain = (entry: string) =>
  `«\u00a0${entry}\u00a0» n’est pas un domaine. Saisissez-le comme company.com, sans rien avant ni après.`;
export const atLine = (line: number, fault: string) => `Ligne ${line}\u00a0: ${fault}`;
export const lookAtLine = (line: string) => `Voyez aussi la ligne ${line}.`;
export const lookAtLines = (lines: string) => `Voyez aussi les lignes ${lines}.`;
export const lookAtLinesAndOthers = (lines: string) => `Voyez aussi les lignes ${lines} et d’autres.`;

export const moreParameters = 'Autres paramètres';
export const moreParametersHint =
  'Non documentés\u00a0: l’API peut les refuser ou les ignorer. Une valeur en JSON est envoyée telle quelle, toute autre comme texte.';
export const addParameter = 'Ajouter un paramètre';
export const parameter = (number: number) => `Paramètre ${number}`;
export const removeParameter = (number: number) => `Retirer le paramètre ${number}`;
export const parameterName = 'Nom';
export const parameterValue = 'Valeur';
export const kinds = {
  null: 'null',
  list: 'liste',
  text: 'texte',
  number: 'nombre',
  boolean: 'vrai ou faux',
  object: 'objet',
};
export const sentAs = (kind: string, json: string) => `Type envoyé\u00a0: ${kind}. Valeur\u00a0: ${json}`;
export const enterParameterName = 'Saisissez le nom de ce paramètre, ou retirez la ligne.';
export const parameterHasField = (name: string) =>
  `«\u00a0${name}\u00a0» a son propre champ dans ce formulaire. Saisissez-le là.`;
export const noParameterName = (name: string) =>
  `«\u00a0${name}\u00a0» ne peut pas être un nom. Commencez par une lettre\u00a0; lettres, chiffres, «\u00a0_\u00a0», «\u00a0-\u00a0» et «\u00a0.\u00a0» peuvent suivre.`;
export const parameterTwice = (name: string) =>
  `«\u00a0${name}\u00a0» figure deux fois ici. N’en gardez qu’un.`;
export const enterParameterValue = (name: string) =>
  `Saisissez une valeur pour «\u00a0${name}\u00a0», ou retirez la ligne. Un texte vide s’écrit "".`;

export const notDocumented =
  'Selon sa documentation, l’API n’accepte pas cela en l’état. Modifiez-le, ou retirez-le.';
export const mailboxOutOfReach =
  'Hors de la liste de cette clé, ou disparue\u00a0: l’API ne le précise pas. Choisissez une autre boîte aux lettres.';
export const refusedLastTime = (message: string) => `Refusé la dernière fois\u00a0: ${message}`;

export const presets = 'Préréglages';
export const saveAsPreset = 'Enregistrer comme préréglage';
export const managePresets = 'Gérer les préréglages';
export const allPresets = (count: number) => `Tous les préréglages (${count})`;
export const presetsNotKept =
  'Ce navigateur ne laisse rien stocker à la page\u00a0: les préréglages durent jusqu’à ce qu’elle soit quittée. Exportez-les pour les garder.';
export const recentSettings = 'Réglages récents';
export const withPeriodBefore = (request: string) => `${request}, avec la période précédente`;
