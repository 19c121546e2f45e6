/**
 * How every client talks to AWS. IAM answers slowly and throttles early: more tries than the SDK's three, with its own
 * pauses between them. Region and credentials are those that the SDK finds.
 *
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const CLIENT = {
  maxAttempts: 6,
  // Without the last of them the SDK only warns of a request that gets no answer, and waits for ever.
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
} as const;

/** Step Functions answers some requests once a second: the client slows down with it, and does not give up early. */
export const PATIENT_CLIENT = { ...CLIENT, maxAttempts: 12, retryMode: 'adaptive' } as const;

/** With the bucket in the path, any bucket's name and any endpoint will do. */
export const S3_CLIENT = { ...CLIENT, forcePathStyle: true } as const;

/** A person waits at a terminal: fewer tries than a function has, and time for the simulator and a slow connection. */
export const TERMINAL_CLIENT = {
  ...PATIENT_CLIENT,
  maxAttempts: 8,
  requestHandler: { ...CLIENT.requestHandler, requestTimeout: 30_000 },
} as const;
