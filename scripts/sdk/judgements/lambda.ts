import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/lambda/latest/api/',
  recheck: {
    functionCode: ['UpdateAlias', 'UpdateFunctionCode', 'UpdateFunctionConfiguration'],
    otherRoles: [
      'CreateEventSourceMapping',
      'PutFunctionEventInvokeConfig',
      'UpdateEventSourceMapping',
      'UpdateFunctionEventInvokeConfig',
    ],
    opens: ['CreateFunctionUrlConfig', 'UpdateFunctionUrlConfig'],
    secret: ['CreateMicrovmAuthToken'],
    instanceShell: ['CreateMicrovmShellAuthToken'],
    access: [
      'DeleteCodeSigningConfig',
      'DeleteFunctionCodeSigningConfig',
      'PutFunctionCodeSigningConfig',
      'UpdateCodeSigningConfig',
    ],
  },
  free: {
    startsOthers: ['InvokeFunction'],
    passRole: ['CreateCapacityProvider'],
    noRole: ['PublishLayerVersion'],
    dataOnly: ['CreateCodeSigningConfig'],
    ownData: [
      'SendDurableExecutionCallbackFailure',
      'SendDurableExecutionCallbackHeartbeat',
      'SendDurableExecutionCallbackSuccess',
    ],
    namesOnly: ['CreateAlias'],
    operates: [
      'PublishVersion',
      'PutFunctionConcurrency',
      'PutFunctionRecursionConfig',
      'PutFunctionScalingConfig',
      'PutRuntimeManagementConfig',
    ],
  },
} satisfies Judgements;
