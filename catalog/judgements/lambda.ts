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
    code: ['UpdateAlias'],
    functionCode: ['UpdateFunctionCode', 'UpdateFunctionConfiguration'],
    opens: ['CreateFunctionUrlConfig', 'UpdateFunctionUrlConfig'],
    otherRoles: [
      'CreateEventSourceMapping',
      'PutFunctionEventInvokeConfig',
      'UpdateEventSourceMapping',
      'UpdateFunctionEventInvokeConfig',
    ],
    secret: ['CreateMicrovmAuthToken', 'CreateMicrovmShellAuthToken'],
  },
  free: {
    dataOnly: ['CreateCodeSigningConfig', 'PublishLayerVersion'],
    namesOnly: ['CreateAlias'],
    operates: [
      'PublishVersion',
      'PutFunctionConcurrency',
      'PutFunctionRecursionConfig',
      'PutFunctionScalingConfig',
      'PutRuntimeManagementConfig',
    ],
    ownData: [
      'SendDurableExecutionCallbackFailure',
      'SendDurableExecutionCallbackHeartbeat',
      'SendDurableExecutionCallbackSuccess',
    ],
    passRole: ['CreateCapacityProvider'],
    startsOthers: ['InvokeFunction'],
  },
} satisfies Judgements;
