import type { Conditions, Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { knownArn } from '../grants/names.ts';
import { ownStateMachine } from '../grants/ownArns.ts';
import { partialOf } from '../grants/partial.ts';
import { arnIn } from '../grants/resources.ts';
import { call, ifGiven, whenKnown, whenLike } from '../grants/rows.ts';
import { formatArn, parseArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { knownText } from '../values/domain/value.ts';

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
  const method = whenKnown('StringEquals', 'states:HTTPMethod', knownText(argument(context, 'Method')));
  const url = whenLike('states:HTTPEndpoint', argument(context, 'ApiEndpoint'));
  return method || url ? { ...method, ...url } : undefined;
}

/**
 * EventBridge keeps a connection's credentials in a secret of the same account and Region.
 *
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection-auth.html
 */
function secretsOf(field: string) {
  return (context: CallContext): readonly Resource[] => {
    const value = argument(context, field);
    const connection = parseArn(knownArn(value) ?? '');
    const partial = partialOf(value);
    const place = connection
      ? { region: escapeText(connection.region), account: escapeText(connection.account) }
      : partial?.kind === 'arn'
        ? { region: partial.arn.region, account: partial.arn.account }
        : {};
    const secret = { ...context.place, ...place, service: 'secretsmanager', resource: 'secret:events!connection/*' };
    return [{ arn: formatArn(secret), origin: { kind: 'fixed' } }];
  };
}
