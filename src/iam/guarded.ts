import { own } from '../own.ts';
import data from './data/guarded.json' with { type: 'json' };

/**
 * Actions through which whoever writes a definition could get more rights than he has. A definition that someone
 * changes after the deploy must not gain them by itself.
 */
export interface Guard {
  /** `always`: at deploy the template must allow it by name. `recheck`: deploying it is enough. */
  readonly at: 'always' | 'recheck';
  /** Completes 'it is guarded: …'. */
  readonly why: string;
}

const CHANGES_ACCESS = new Set(
  Object.entries(data).flatMap(([prefix, names]) => names.map((name) => `${prefix}:${name}`.toLowerCase())),
);

/** What hands the rights of another role over. */
const HANDS_OVER: Readonly<Record<string, string>> = {
  'iam:passrole': 'it hands a role to a service',
  'iam:createservicelinkedrole': 'it creates a role',
  'sts:assumerole': 'it uses the rights of another role',
  'sts:assumeroot': 'it uses the rights of an account’s root',
};

/**
 * What runs code, or changes resources, with the rights of a role that is already in place, and what stops the trail
 * that would tell of it. Each is named by its API's page.
 */
const BORROWS: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/emr/latest/APIReference/API_GetClusterSessionCredentials.html
  'elasticmapreduce:getclustersessioncredentials': 'it hands out the rights of a role',
  // https://docs.aws.amazon.com/eks/latest/APIReference/API_AssociateAccessPolicy.html
  'eks:associateaccesspolicy': 'it changes who may do what in a cluster',
  'eks:createaccessentry': 'it changes who may do what in a cluster',
  'eks:updateaccessentry': 'it changes who may do what in a cluster',
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBSnapshotAttribute.html
  'rds:modifydbclustersnapshotattribute': 'it opens a snapshot to other accounts',
  'rds:modifydbsnapshotattribute': 'it opens a snapshot to other accounts',
  // https://docs.aws.amazon.com/codebuild/latest/APIReference/API_StartBuild.html (buildspecOverride)
  'codebuild:startbuild': 'it can run commands with the rights of a project',
  'codebuild:startbuildbatch': 'it can run commands with the rights of a project',
  'codebuild:updateproject': 'it runs commands with the rights of a project',
  // https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_UpdatePipeline.html
  'codepipeline:updatepipeline': 'it changes what the rights of a pipeline are used for',
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceAttribute.html (userData)
  'ec2:modifyinstanceattribute': 'it can run commands with the rights of an instance',
  // https://docs.aws.amazon.com/ec2-instance-connect/latest/APIReference/API_SendSerialConsoleSSHPublicKey.html
  'ec2-instance-connect:sendserialconsolesshpublickey': 'it opens a shell with the rights of an instance',
  // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedNotebookInstanceUrl.html
  'sagemaker:createpresigneddomainurl': 'it opens a notebook with the rights of a role',
  'sagemaker:createpresignednotebookinstanceurl': 'it opens a notebook with the rights of a role',
  'sagemaker:updatenotebookinstancelifecycleconfig': 'it runs commands with the rights of a notebook',
  // https://docs.aws.amazon.com/servicecatalog/latest/dg/API_ProvisionProduct.html
  'servicecatalog:provisionproduct': 'it creates resources with the rights of a launch role',
  'servicecatalog:updateprovisionedproduct': 'it changes resources with the rights of a launch role',
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
  'cloudformation:createchangeset': 'it changes resources with the rights of a stack',
  'cloudformation:createstack': 'it creates resources with the rights of a stack',
  'cloudformation:createstackinstances': 'it creates resources with the rights of a stack set',
  'cloudformation:createstackset': 'it creates resources with the rights of a stack set',
  'cloudformation:executechangeset': 'it changes resources with the rights of a stack',
  'cloudformation:executestackrefactor': 'it changes resources with the rights of a stack',
  'cloudformation:updatestackinstances': 'it changes resources with the rights of a stack set',
  'cloudformation:updatestackset': 'it changes resources with the rights of a stack set',
  'cloudformation:updatestack': 'it changes resources with the rights of a stack',
  // https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html
  'cloudtrail:deleteeventdatastore': 'it stops the record of API calls',
  'cloudtrail:deletetrail': 'it stops the record of API calls',
  'cloudtrail:puteventselectors': 'it stops the record of API calls',
  'cloudtrail:stoplogging': 'it stops the record of API calls',
  'cloudtrail:updatetrail': 'it stops the record of API calls',
  // https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html
  'cognito-identity:setidentitypoolroles': 'it gives roles to users',
  // https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/manage-users-idc-based-domains.html
  'datazone:updaterootdomainunitowner': 'it changes who may do what in a domain',
  // https://docs.aws.amazon.com/ec2-instance-connect/latest/APIReference/API_SendSSHPublicKey.html
  'ec2-instance-connect:sendsshpublickey': 'it opens a shell with the rights of an instance',
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommand.html
  'ecs:executecommand': 'it runs commands with the rights of a task',
  // https://docs.aws.amazon.com/glue/latest/webapi/API_UpdateDevEndpoint.html
  'glue:updatedevendpoint': 'it opens a shell with the rights of an endpoint',
  // https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
  'lambda:updatefunctioncode': 'it runs code with the rights of a function',
  // https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
  'lambda:updatefunctionconfiguration': 'it runs code with the rights of a function',
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html
  'ssm:createassociationbatch': 'it runs commands with the rights of instances',
  'ssm:resumesession': 'it opens a shell with the rights of an instance',
  'ssm:updateassociation': 'it runs commands with the rights of instances',
  'ssm:createassociation': 'it runs commands with the rights of instances',
  'ssm:sendcommand': 'it runs commands with the rights of instances',
  'ssm:startautomationexecution': 'it runs a document with the rights of a role',
  'ssm:startsession': 'it opens a shell with the rights of an instance',
  // https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html
  'states:updatestatemachine': 'it changes what other roles are used for',
  // https://docs.aws.amazon.com/config/latest/APIReference/API_StopConfigurationRecorder.html
  'config:deleteconfigurationrecorder': 'it stops the record of changes',
  'config:stopconfigurationrecorder': 'it stops the record of changes',
  // https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DeleteDetector.html
  'guardduty:deletedetector': 'it stops the detection of threats',
  'guardduty:updatedetector': 'it can stop the detection of threats',
};

/** Services whose reads, too, tell an intruder where to go on. */
const IDENTITY_PREFIX = /^(account|iam|identity-sync|identitystore|organizations|ram|rolesanywhere|sso|sso-directory):/;

const READS = /:(describe|generate|get|list|search|simulate)/;

/**
 * Whether an action on a resource is guarded, and why.
 *
 * Source: the access level 'Permissions management' of the service authorization reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html)
 */
export function guardOf(action: string, resource: string): Guard | undefined {
  const name = action.toLowerCase();
  const handsOver = own(HANDS_OVER, name);
  if (handsOver !== undefined) {
    const anyRole = name.startsWith('sts:assume') && /[*?]/.test(resource.replaceAll(/\$\{[*?]\}/g, ''));
    return anyRole ? { at: 'always', why: `${handsOver}, whichever it is` } : { at: 'recheck', why: handsOver };
  }
  if (CHANGES_ACCESS.has(name)) return { at: 'always', why: 'it changes who may do what' };
  const borrows = own(BORROWS, name);
  if (borrows !== undefined) return { at: 'recheck', why: borrows };
  if (!IDENTITY_PREFIX.test(name)) return undefined;
  // Newer than the reference's edition that the data is of.
  return READS.test(name)
    ? { at: 'recheck', why: 'it tells who may do what' }
    : { at: 'always', why: 'it changes who may do what' };
}
