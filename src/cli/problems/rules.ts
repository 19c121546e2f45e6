import type { ExcessCode } from '../../analysis/excessWords.ts';
import type { VerdictCode } from '../../analysis/verdictWords.ts';
import type { FindingCode } from '../../finding.ts';

/** What a problem's code means, and what to do about it. */
export interface Rule {
  readonly title: string;
  readonly help: string;
}

export type CheckCode =
  | VerdictCode
  | ExcessCode
  | 'not-evaluated'
  | 'given-at-deployment'
  | 'policies-in-files'
  | 'unchecked-role'
  | 'unreadable-definition'
  | 'simulated-denial';

const NARROW =
  'Where the definition can say the name, write it there; where an example or a JSON Schema of the input tells it, give it with --input.';
const REPORTED = 'The message says what was assumed; make sure that it is what you mean.';

const RULES: Readonly<Record<CheckCode | FindingCode, Rule>> = {
  'missing-permission': {
    title: 'The execution role lacks a permission that the state machine needs',
    help: 'Add the action on the resource to the role. `rolefit generate` prints the whole policy that the definition needs.',
  },
  'denied-permission': {
    title: 'A Deny hits a permission that the state machine needs',
    help: 'An explicit Deny wins over every Allow: narrow the Deny so that it leaves out what the definition needs.',
  },
  'perhaps-denied-permission': {
    title: 'A Deny may hit a permission that the state machine needs',
    help: 'The Deny has a condition, or names some of the resources that the call may have. Narrow it, or make sure that it does not hold.',
  },
  'conditional-permission': {
    title: 'A needed permission is allowed only under a condition',
    help: 'The definition does not make the condition true in every case. Make sure that it holds for requests of Step Functions, or take it away.',
  },
  'open-permission': {
    title: 'Only a run tells the resource, and the role allows some of those that it may be',
    help: `The state fails where a run asks for another resource. Make sure that the role allows all that there can be. ${NARROW}`,
  },
  'unproven-permission': {
    title: 'Nothing that could be evaluated allows a needed permission',
    help: 'A policy that could not be evaluated may allow it. Give the values that it depends on (--parameter NAME=VALUE), or check the deployed role with --role.',
  },
  'data-permission': {
    title: "AWS's page grants it for all data that a call may touch, and the role does not",
    help: 'The definition does not tell what the call reads or writes: a query that only reads needs less. Make sure that the role allows what it touches.',
  },
  'uncertain-permission': {
    title: 'The execution role lacks a permission that the state machine needs under some circumstances',
    help: 'The message says what decides. Where that can be, add the permission; otherwise nothing has to be done.',
  },
  'precaution-permission': {
    title: 'The execution role lacks a permission that `rolefit generate` grants as a precaution',
    help: 'Nothing has to be done: roles work without it. `rolefit generate --no-precautions` leaves such permissions out.',
  },
  'excess-permission': {
    title: 'The execution role allows what the state machine does not need',
    help: 'Take the actions or resources away, if nothing but these state machines uses the role.',
  },
  'wide-permission': {
    title: 'A permission of the execution role is wider than needed',
    help: 'Replace the wildcard by what the message names.',
  },
  'shared-permission': {
    title: 'The state machines do not need a permission, and others may use their role',
    help: 'Give the state machines a role of their own: then its excess is certain.',
  },
  'not-evaluated': {
    title: 'A policy of the execution role could not be evaluated',
    help: 'The check is incomplete. Give the values that it depends on (--parameter NAME=VALUE), or check the deployed role with --role.',
  },
  'given-at-deployment': {
    title: "rolefit's custom resource gives the role what it needs",
    help: 'Nothing has to be done.',
  },
  'unchecked-role': {
    title: 'No policy of the execution role could be read, so nothing was checked',
    help: 'Compare with the deployed role (--role NAME), with the deployed state machine (its ARN in place of the file), or with policies in files (--policy FILE). --allow-unchecked accepts it.',
  },
  'policies-in-files': {
    title: 'The state machine was compared with the policies in these files and no others',
    help: 'Name all policies of the role, so that what is missing is certain; --all-policies says that it has no others. `rolefit check FILE --role NAME` reads all policies of a deployed role.',
  },
  'unreadable-definition': {
    title: "A state machine's definition could not be read",
    help: 'The state machine was not checked. Put the definition where the template says that it is.',
  },
  'simulated-denial': {
    title: "IAM's simulator does not allow a needed permission",
    help: "Besides the role's own policies, permissions boundaries and the organization's service control policies count.",
  },
  'dynamic-resource': { title: 'A resource is known only at run time: the grant is a wildcard', help: NARROW },
  'partly-dynamic-resource': { title: "A part of a resource's name is known only at run time", help: NARROW },
  'widened-values': { title: 'More values than are told apart: what they have in common is granted', help: NARROW },
  'wildcard-resource': {
    title: 'The grant is a wildcard that the definition cannot narrow',
    help: 'AWS offers no narrower resource for the action, or chooses the name itself.',
  },
  'special-characters': {
    title: 'A known value holds characters that IAM reads as a pattern or a variable',
    help: 'They are escaped in the policy, so that it matches nothing but the value itself.',
  },
  'missing-argument': {
    title: 'An argument that names the resource is missing',
    help: 'Add it to the state, if the service wants it.',
  },
  'unknown-argument': {
    title: 'The API has no argument of this name',
    help: 'Write the name as AWS spells it, in PascalCase: Step Functions refuses a state machine with a field that it does not know.',
  },
  placeholder: { title: 'A value is a placeholder, and something had to be assumed about it', help: REPORTED },
  'dependent-action': {
    title: 'The call may need more permissions, in some accounts or for some settings',
    help: 'Grant them where that is the case.',
  },
  'key-use': {
    title: 'An argument names a key of AWS KMS, and nothing is granted on it',
    help: 'Allow the service to use it in the key policy; grant the role what the message says may be missing.',
  },
  'unconfirmed-action': {
    title: "The action was taken from the operation's name",
    help: 'No reference tells it. Try the state, and report what it needed.',
  },
  'guessed-action': {
    title: "No table has the operation, and IAM's action of its name was granted",
    help: 'Write the action and its resources into a file for --extra-actions, and leave --guess out.',
  },
  'unknown-integration': {
    title: "The task's service or API is not known",
    help: 'Correct its Resource, or give what it needs with --extra-actions: the policy is incomplete.',
  },
  'service-name': {
    title: "A service is spelled in another way than in AWS's list",
    help: 'Spell it as the message says.',
  },
  'unsupported-pattern': {
    title: 'AWS does not offer this integration pattern for the API or the type of workflow',
    help: 'Choose one that it offers: creating the state machine is refused.',
  },
  'unsupported-in-express': {
    title: 'AWS does not offer this in Express workflows',
    help: 'Make it a Standard workflow, or leave it out.',
  },
  'refused-definition': {
    title: 'AWS refuses the definition as it is written',
    help: 'Correct the field that the message names: creating or updating the state machine fails.',
  },
  'query-language': {
    title: "A field does not belong to the state's query language",
    help: 'JSONata states have Arguments and Output, JSONPath states have Parameters, ResultSelector and paths. AWS refuses the fields of the other language.',
  },
  'invalid-expression': {
    title: 'A JSONata expression does not parse',
    help: 'Correct the expression: it starts with {% and ends with %}, without spaces around them. Creating the state machine is refused.',
  },
  'guarded-action': {
    title: 'The state machine needs an action through which whoever edits its definition could gain rights',
    help: 'Make sure that it is meant, and name the narrowest resource. The deploy-time hook grants it only if AllowGuardedActions names the action; the re-check never does.',
  },
  'assumed-role': {
    title: 'The call is made by another role, which needs a policy of its own',
    help: '`rolefit generate --json` prints that policy under assumedRoles.',
  },
  'name-needed': {
    title: 'The workflow refers to itself, and its name is not known',
    help: 'Give it with --name.',
  },
  'resource-policy': {
    title: "The policy of the called resource decides, not the role's",
    help: 'Give the resource a policy with the statement that the message describes.',
  },
  'unknown-encryption': {
    title: 'Nobody says whether customer managed keys encrypt the named resources',
    help: 'Say it in a facts file (--facts; `rolefit facts` prints one), with --resource-key RESOURCE=KEY, or look it up with --live. `none` says that there is no such key.',
  },
  'contradicting-facts': {
    title: 'Two sources say different things about one resource',
    help: 'The source that is nearer to the deployment counts. Correct the other one.',
  },
  'unread-facts': {
    title: 'AWS did not say what a named resource is',
    help: 'The policy is what it is without the fact: a permission on a key may be missing, or a wildcard be left. Allow the request that the message names, or say the fact in a facts file (--facts).',
  },
  'data-location': {
    title: 'What the call reads or writes elsewhere is only partly named',
    help: 'Grant what it reads and writes besides.',
  },
  'duplicate-key': {
    title: 'A key stands twice in one object',
    help: 'CloudFormation and SAM take the last one, and the first one is lost. Remove one of them.',
  },
  'unused-substitution': {
    title: 'An entry of DefinitionSubstitutions replaces nothing',
    help: 'The definition has no placeholder of that name. Correct the name, or remove the entry.',
  },
  'unsubstituted-placeholder': {
    title: 'Nothing replaces a placeholder of the definition',
    help: 'It stays in the definition as it is. Give it a value in DefinitionSubstitutions, in Terraform in the variables of templatefile, or correct its name.',
  },
  'unread-terraform': {
    title: "A part of Terraform's files could not be evaluated",
    help: 'Give the values that it depends on (--var NAME=VALUE, --var-file FILE), or a plan that has them (--plan FILE).',
  },
  'undeclared-reference': {
    title: "Terraform's files refer to what none of them declares",
    help: 'Terraform refuses the files. Correct the name, or declare the resource, variable, local value or module.',
  },
  quota: { title: 'An AWS quota is, or may be, passed', help: 'Split the policy (--split), or the state machine.' },
  'partition-mismatch': {
    title: "The Resource's partition is not the one that was asked for",
    help: 'Correct the Resource, or --partition.',
  },
  'other-region': {
    title: 'The resource is in another Region than the state machine',
    help: 'Step Functions calls services in its own Region only. Name a resource there, or let a state machine in the other Region do it.',
  },
  'other-account': {
    title: "The resource or role is another account's, and the state has no Credentials",
    help: 'Add Credentials with a role of that account to the state.',
  },
  'place-mismatch': {
    title: "The definition's ARNs say another Region or account than was given",
    help: 'Correct --region or --account, or the ARNs.',
  },
  documentation: { title: "AWS's documentation contradicts itself", help: REPORTED },
};

export function ruleOf(code: string): Rule {
  return new Map<string, Rule>(Object.entries(RULES)).get(code) ?? { title: code, help: REPORTED };
}
