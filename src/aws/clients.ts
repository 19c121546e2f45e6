/**
 * Settings of all AWS clients. IAM is slow and throttles early, so there are more tries than the SDK's three, with
 * the SDK's own pauses. The SDK finds the Region and the credentials.
 *
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const CLIENT = {
  maxAttempts: 6,
  // Without throwOnRequestTimeout the SDK only logs a warning about an unanswered request and waits forever.
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
} as const;

/**
 * Step Functions limits some requests to one per second: the client slows down accordingly and doesn't give up early.
 */
export const PATIENT_CLIENT = { ...CLIENT, maxAttempts: 12, retryMode: 'adaptive' } as const;

/** With the bucket in the path, any bucket name and any endpoint works. */
export const S3_CLIENT = { ...CLIENT, forcePathStyle: true } as const;

/**
 * For the command line, where a person waits: fewer tries than in a function, but time for the simulator and for a
 * slow network, where looking up a name may take a resolver's 5 seconds before its second server is asked.
 */
export const TERMINAL_CLIENT = {
  ...PATIENT_CLIENT,
  maxAttempts: 8,
  requestHandler: { ...CLIENT.requestHandler, connectionTimeout: 15_000, requestTimeout: 30_000 },
} as const;
