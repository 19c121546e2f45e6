import type { FactQuestion } from './facts.ts';

/**
 * Whether EventBridge made the secret for a connection. The key of such a secret is the connection's, so nobody needs to
 * state it twice.
 *
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-connections.html
 */
export function isConnectionSecret(resource: string, questions: readonly FactQuestion[]): boolean {
  return (
    resource.includes(':secret:events!connection/') ||
    questions.some(({ name, answer }) => name === 'secret' && answer?.value === resource)
  );
}
