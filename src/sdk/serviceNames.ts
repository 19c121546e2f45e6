import { nearest } from '../nearest.ts';
import { own } from '../own.ts';
import { SERVICES } from './data/services.ts';

/**
 * Services whose actions, command or everyday name is another one than in the SDK, which names them in a task's Resource.
 *
 * Source: the prefixes are those of https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html, the
 * others the commands of https://docs.aws.amazon.com/cli/latest/reference/ and the products' names; the SDK's names are
 * those of https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
const KNOWN_AS: Readonly<Record<string, string>> = {
  acoautomation: 'computeoptimizerautomation',
  aidevops: 'devopsagent',
  airflow: 'mwaa',
  airflowserverless: 'mwaaserverless',
  aoss: 'opensearchserverless',
  aps: 'amp',
  awsmarketplace: 'marketplacecatalog',
  cases: 'connectcases',
  cassandra: 'keyspaces',
  ce: 'costexplorer',
  cloudwatchevent: 'eventbridge',
  cloudwatchlog: 'cloudwatchlogs',
  cognito: 'cognitoidentityprovider',
  cognitoidp: 'cognitoidentityprovider',
  cur: 'costandusagereport',
  deploy: 'codedeploy',
  discovery: 'applicationdiscovery',
  dms: 'databasemigration',
  ds: 'directory',
  dsdata: 'directoryservicedata',
  elasticfilesystem: 'efs',
  elasticmapreduce: 'emr',
  elb: 'elasticloadbalancing',
  elbv2: 'elasticloadbalancingv2',
  email: 'ses',
  es: 'opensearch',
  events: 'eventbridge',
  executeapi: 'apigatewaymanagementapi',
  finspaceapi: 'finspacedata',
  geo: 'location',
  healthagent: 'connecthealth',
  iotjobsdata: 'iotjobsdataplane',
  lex: 'lexmodelsv2',
  logs: 'cloudwatchlogs',
  mechanicalturk: 'mturk',
  mgh: 'migrationhub',
  mobiletargeting: 'pinpoint',
  monitoring: 'cloudwatch',
  neptunedb: 'neptunedata',
  partnercentral: 'partnercentralselling',
  profile: 'customerprofiles',
  redshiftdataapi: 'redshiftdata',
  refactorspaces: 'migrationhubrefactorspaces',
  scn: 'supplychain',
  sdb: 'simpledbv2',
  serverlessrepo: 'serverlessapplicationrepository',
  smsvoice: 'pinpointsmsvoicev2',
  ssooauth: 'ssooidc',
  states: 'sfn',
  stepfunction: 'sfn',
  stepfunctions: 'sfn',
  systemsmanager: 'ssm',
  tag: 'resourcegroupstaggingapi',
  tagging: 'resourcegroupstaggingapi',
  tax: 'taxsettings',
  thinclient: 'workspacesthinclient',
  timestream: 'timestreamwrite',
};

/** The SDK service that was most likely meant by a name that no service has. */
export function sdkServiceLike(service: string): string | undefined {
  const plain = service.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const known = own(KNOWN_AS, plain);
  if (known !== undefined && own(SERVICES, known) !== undefined) return known;
  if (own(SERVICES, plain) !== undefined) return plain;
  return nearest(plain, Object.keys(SERVICES));
}
