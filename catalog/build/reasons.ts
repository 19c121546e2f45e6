/** The reasons of judgements: one text for each, however many services it holds for. */

/** Completes 'it is guarded: …'. */
export const GUARDED = {
  // Rights and identities.
  access: 'it changes who may do what',
  tells: 'it tells who may do what',
  handsRole: 'it hands a role to a service',
  handsRoleUnasked: 'it hands over a role, and iam:PassRole is not asked for it',
  createsRole: 'it creates a role',
  usesRole: 'it uses the rights of another role',
  usesRoot: 'it uses the rights of an account’s root',
  givesRoles: 'it gives roles to users',
  clusterAccess: 'it changes who may do what in a cluster',
  domainAccess: 'it changes who may do what in a domain',
  directory: 'it changes who may sign in, or as whom',
  // What it hands out.
  credentials: 'it hands out the rights of a role',
  secret: 'it hands out a password, a token or a key',
  signIn: 'it opens a console, a notebook or a desktop as someone else',
  // Opened to others.
  opens: 'it opens data or resources to other accounts or to the public',
  snapshot: 'it opens a snapshot to other accounts',
  resourcePolicy: 'it changes the policy of a resource',
  // Code and commands, with the rights of what is in place.
  code: 'it changes or runs code with the rights of a role that is in place',
  otherRoles: 'it changes what other roles are used for',
  document: 'it runs a document with the rights of a role',
  functionCode: 'it runs code with the rights of a function',
  projectCommandsPossible: 'it can run commands with the rights of a project',
  projectCommands: 'it runs commands with the rights of a project',
  pipeline: 'it changes what the rights of a pipeline are used for',
  instanceCommandsPossible: 'it can run commands with the rights of an instance',
  instanceCommands: 'it runs commands with the rights of instances',
  instanceShell: 'it opens a shell with the rights of an instance',
  taskCommands: 'it runs commands with the rights of a task',
  endpointShell: 'it opens a shell with the rights of an endpoint',
  notebook: 'it opens a notebook with the rights of a role',
  notebookCommands: 'it runs commands with the rights of a notebook',
  // Stacks and launch roles.
  launchCreates: 'it creates resources with the rights of a launch role',
  launchChanges: 'it changes resources with the rights of a launch role',
  stackCreates: 'it creates resources with the rights of a stack',
  stackChanges: 'it changes resources with the rights of a stack',
  stackDeletes: 'it deletes resources with the rights of a stack',
  stackSetCreates: 'it creates resources with the rights of a stack set',
  stackSetChanges: 'it changes resources with the rights of a stack set',
  // What watches.
  stopsTrail: 'it stops the record of API calls',
  stopsChanges: 'it stops the record of changes',
  stopsThreats: 'it stops the detection of threats',
  stopsThreatsPossible: 'it can stop the detection of threats',
  stopsLogs: 'it stops or deletes logs',
  stopsAlarms: 'it stops or hides alarms or findings',
  stopsKey: 'it makes a key unusable, and with it what is encrypted: records and alarms, too',
} satisfies Readonly<Record<string, string>>;

/** Why it is harmless. */
export const FREE = {
  passRole: 'the role that it names needs iam:PassRole, which is guarded',
  startsOthers: 'it starts what someone else has put there; workflows live on it',
  ownToken: 'the token is its own: for paging, for asking again, for a part of an upload',
  readsOnly: 'it only reads, and what it reads opens nothing',
  masked: 'the secret is masked or encrypted, or only its name is told',
  namesOnly: 'it only names a role, policy, key or document that stands elsewhere and is not used with its rights',
  dataOnly: 'its document, template or definition is data: nothing runs it with the rights of a role',
  noRole: 'what it runs has no rights in the account',
  callersRights: 'it does no more than the caller’s own rights allow',
  ownData: 'it reads and writes data of its resource, which is what repairing is for',
  operates: 'it starts, stops or scales what is there, and leaves its code, rights and records as they are',
  takesAway: 'it takes access away, and gives none',
  inService: 'its rights and users count within the service alone, on data and not on AWS',
  network: 'it is about traffic, not permissions',
  notAWatch: 'what it changes is a feature of the workload, and watches no one',
  noGrant: 'no call needs it: it is a permission of a console or of another principal',
} satisfies Readonly<Record<string, string>>;

export type GuardedReason = keyof typeof GUARDED;
export type FreeReason = keyof typeof FREE;
