import type { Conditions, Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { knownArn, knownOrigin, originOf } from '../grants/names.ts';
import { ownStateMachine } from '../grants/ownArns.ts';
import { partialOf } from '../grants/partial.ts';
import { arnIn } from '../grants/resources.ts';
import { call, ifGiven, whenLike, whenMatching } from '../grants/rows.ts';
import { formatArn, parseArn } from '../iam/arn.ts';
import { firstWildcard } from '../iam/pattern.ts';
import { escapeText, hasPlaceholder } from '../iam/text.ts';

const CONNECTIONS = ['Authentication.ConnectionArn', 'InvocationConfig.ConnectionArn'] as const;

/** HTTP tasks: they call an HTTPS API through an EventBridge connection. */
export const http: Integration = {
  service: 'http',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html',
  apis: {
    invoke: {
      patterns: ['requestResponse'],
      grants: [
        { ...call('states:InvokeHTTPEndpoint', ownStateMachine), conditions: endpoint },
        ...CONNECTIONS.flatMap((field) => [
          ifGiven(field, call('events:RetrieveConnectionCredentials', arnIn(field, 'events', 'connection/*'))),
          ifGiven(field, call(['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'], secretsOf(field))),
        ]),
      ],
    },
  },
};

/** The task's own method and URL; what is known only at run time stays open. */
function endpoint(context: CallContext): Conditions | undefined {
  const method = whenMatching('states:HTTPMethod', argument(context, 'Method'));
  const url = whenLike('states:HTTPEndpoint', argument(context, 'ApiEndpoint'));
  if (method === undefined || url === undefined) return method ?? url;
  return { ...method, ...url, StringLike: { ...method['StringLike'], ...url['StringLike'] } };
}

/**
 * EventBridge keeps a connection's credentials in a secret of the same account and Region, named
 * `events!connection/<connection>/<UUID>-<six characters>`.
 *
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection-auth.html and
 * https://docs.aws.amazon.com/cli/latest/reference/events/describe-connection.html (the example's SecretArn)
 */
function secretsOf(field: string) {
  return (context: CallContext): readonly Resource[] => {
    const value = argument(context, field);
    const connection = knownArn(value, context.machine.arns);
    const secret = connection === undefined ? undefined : context.facts.of(escapeText(connection), 'secret');
    if (secret !== undefined) return [{ arn: escapeText(secret.value), origin: originOf(secret) }];
    const partial = partialOf(value);
    const pattern =
      connection === undefined ? partial?.kind === 'arn' && partial.arn : parseArn(escapeText(connection));
    const { region, account, resource } = pattern || { ...context.place, resource: '' };
    const place = { ...context.place, region, account, service: 'secretsmanager' };
    return [
      {
        arn: formatArn({ ...place, resource: `secret:events!connection/${secretName(resource)}` }),
        // Of a connection that is known, only the end of the secret's name is not.
        origin: connection === undefined ? { kind: 'fixed' } : knownOrigin(value, field),
      },
    ];
  };
}

/** The pattern of what follows `events!connection/`. A placeholder without a UUID behind it may stand for both. */
function secretName(connection: string): string {
  const [, name = '', uuid] = /^connection\/((?:\$\{[^}]*\}|[^/])+)(\/.*)?$/.exec(connection) ?? [];
  const wildcard = firstWildcard(name);
  if (wildcard >= 0) return `${name.slice(0, wildcard)}*`;
  return name === '' || (uuid === undefined && hasPlaceholder(name)) ? '*' : `${name}/*`;
}
