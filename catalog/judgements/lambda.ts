import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/lambda/latest/api/',
  recheck: {
    access: [
      'DeleteCodeSigningConfig',
      'DeleteFunctionCodeSigningConfig',
      'PutFunctionCodeSigningConfig',
      'UpdateCodeSigningConfig',
    ],
    code: ['UpdateAlias', 'UpdateMicrovmImage'],
    functionCode: [
      'CreateWebFunctionRevision',
      'UpdateFunctionCode',
      'UpdateFunctionConfiguration',
      'UpdateRuntimeAlias',
    ],
    opens: [
      'CreateFunctionUrlConfig',
      'CreateWebFunction',
      'CreateWebFunctionEndpoint',
      'UpdateFunctionUrlConfig',
      'UpdateWebFunctionEndpoint',
    ],
    otherRoles: [
      'CreateEventSourceMapping',
      'PutFunctionEventInvokeConfig',
      'UpdateEventSourceMapping',
      'UpdateFunctionEventInvokeConfig',
      'UpdateNetworkConnector',
    ],
    secret: ['CreateMicrovmAuthToken', 'CreateMicrovmShellAuthToken'],
  },
  free: {
    dataOnly: ['CreateCodeSigningConfig', 'CreateRuntimeVersion', 'PublishLayerVersion'],
    namesOnly: ['CreateAlias', 'CreateRuntimeAlias'],
    operates: [
      'PublishVersion',
      'PutFunctionConcurrency',
      'PutFunctionRecursionConfig',
      'PutFunctionScalingConfig',
      'PutRuntimeManagementConfig',
      'RestoreRuntime',
      'ResumeDurableExecution',
      'ResumeMicrovm',
      'UpdateMicrovmImageVersion',
      'UpdateRuntime',
      'UpdateRuntimeVersion',
    ],
    ownData: [
      'SendDurableExecutionCallbackFailure',
      'SendDurableExecutionCallbackHeartbeat',
      'SendDurableExecutionCallbackSuccess',
    ],
    passRole: ['CreateCapacityProvider', 'CreateNetworkConnector', 'RunMicrovm'],
    startsOthers: ['InvokeFunction'],
  },
} satisfies Judgements;
