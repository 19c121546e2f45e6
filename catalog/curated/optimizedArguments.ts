/** What the optimized integrations take, where it isn't what the SDK's operation of the same name takes. */

/** Service, or service and API → the SDK's service, or its service and operation, with the same request. */
export const SAME_REQUEST: Readonly<Record<string, string>> = {
  'bedrock:invokeModel': 'bedrockruntime',
  elasticmapreduce: 'emr',
  // https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html (the same request syntax as runJobFlow)
  'elasticmapreduce:createCluster': 'emr:runJobFlow',
  'emr-containers': 'emrcontainers',
  'emr-serverless': 'emrserverless',
  events: 'eventbridge',
  states: 'sfn',
};

/** What the pages add to the SDK's operation. */
export const ADDED: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html
  'bedrock:invokeModel': ['Input', 'Output'],
};

/** What the pages take away. */
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html (the field Steps is not allowed)
  'elasticmapreduce:createCluster': ['Steps'],
};

/** APIs with arguments of their own, which their pages list; empty where the Resource names everything. */
export const OF_ITS_OWN: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
  'apigateway:invoke': 'AllowNullValues ApiEndpoint AuthType Headers Method Path QueryParameters RequestBody Stage',
  // https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
  'eks:call': 'CertificateAuthority ClusterName Endpoint Method Path QueryParameters RequestBody',
  'eks:runJob': 'CertificateAuthority ClusterName Endpoint Job LogOptions Namespace',
  // https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html
  'elasticmapreduce:setClusterTerminationProtection': 'ClusterId TerminationProtected',
  'elasticmapreduce:terminateCluster': 'ClusterId',
  'elasticmapreduce:addStep': 'ClusterId ExecutionRoleArn Step',
  'elasticmapreduce:cancelStep': 'ClusterId StepCancellationOption StepId',
  'elasticmapreduce:modifyInstanceFleetByName': 'ClusterId InstanceFleet InstanceFleetName',
  'elasticmapreduce:modifyInstanceGroupByName': 'ClusterId InstanceGroup InstanceGroupName',
  // https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html#connect-http-task-fields
  'http:invoke':
    'AllowNullValues ApiEndpoint Authentication Headers InvocationConfig Method QueryParameters RequestBody Transform',
  // An activity's task has nothing but its input.
  'states:activity': '',
};
