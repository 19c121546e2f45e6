import { errorCode, oneLine } from '../errors.ts';
import type { LookUpAction } from './requests.ts';

/** A request that did not answer, in one line. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
}

/** The part of an answer that AWS always sends: without it, nothing is known, which is not the same as nothing. */
export function answered<T>(part: T | undefined, action: LookUpAction, resource: string): T {
  if (part === undefined) throw new RequestFailure(`${action} on ${resource}: the answer does not say it`);
  return part;
}

/** Why a request has no answer, in words that follow a colon. */
export function failureWords(error: unknown): string {
  if (error instanceof RequestFailure) return error.message;
  if (!(error instanceof Error)) return oneLine(String(error));
  const code = errorCode(error);
  const message = shortened(oneLine(error.message));
  const reason = REASONS.find(({ error: pattern }) => pattern.test(code) || pattern.test(codeOf(error)));
  if (reason !== undefined) return message === '' ? reason.words : `${reason.words} (${message})`;
  if (/^Region is missing/.test(message)) return 'no Region is configured; give it with --region, or set AWS_REGION';
  if (ABSENT_IN_WORDS.test(message)) return `it does not exist (${message})`;
  return message === '' ? code : `${code}: ${message}`;
}

/**
 * The error codes of all services that are asked, by what they have in common. The order counts: a
 * CredentialsProviderError is no answer of a service.
 *
 * Source: the errors of each operation, and https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
const REASONS: readonly { readonly error: RegExp; readonly words: string }[] = [
  { error: /^(?:Credentials|Token)ProviderError$/, words: 'no AWS credentials; log in, or set AWS_PROFILE' },
  {
    error:
      /^(?:ExpiredToken|InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignature|OptInRequired|InvalidToken|IncompleteSignature|MissingAuthenticationToken)$/,
    words: 'AWS does not accept the credentials',
  },
  {
    error: /AccessDenied|^AuthorizationError$|NotAuthorized|^Forbidden$|^UnauthorizedOperation$/,
    words: 'access denied',
  },
  { error: /Throttl|LimitExceeded|TooManyRequests|^SlowDown$|^OverLimit$/, words: 'throttled' },
  { error: /NotFound$|DoesNotExist$|NonExistent|^NoSuch/, words: 'it does not exist' },
  {
    error: /^(?:TimeoutError|AbortError|NetworkingError|E[A-Z]{4,}|UND_ERR\w*|CERT_\w+|\w*SELF_SIGNED\w*)$/,
    words: 'the service could not be reached',
  },
];

/** Services that say it with the code of any wrong request: ECS with ClientException, Athena with InvalidRequestException. */
const ABSENT_IN_WORDS = /unable to describe task definition|\bnot found\b/i;

/** Node's own code for an error of the network, such as ECONNREFUSED. */
function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function shortened(message: string): string {
  return message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
}

const LONGEST = 300;
