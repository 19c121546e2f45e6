import type { Doubt, Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration, type Remark } from '../grants/integration.ts';
import { isNamed, joinOrigins, knownOrigin, type NamePart, namePart } from '../grants/names.ts';
import { ownStateMachine } from '../grants/ownArns.ts';
import { partialOrigin, patternOf, patternPart } from '../grants/partial.ts';
import { call } from '../grants/rows.ts';
import { formatArn } from '../iam/arn.ts';
import { knownText, type Value } from '../values/domain/value.ts';

const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html';

/** Amazon API Gateway: calls a REST or HTTP API's endpoint. */
export const apigateway: Integration = {
  service: 'apigateway',
  page: PAGE,
  apis: {
    invoke: {
      patterns: ['requestResponse', 'waitForTaskToken'],
      // The role's policy authorizes only requests that are signed with its credentials. The default AuthType is
      // NO_AUTH.
      needsNothing: (context) => {
        const type = argument(context, 'AuthType');
        return type.kind === 'absent' || knownText(type) === 'NO_AUTH'
          ? 'AuthType is NO_AUTH: the request is not signed, so no policy is asked'
          : undefined;
      },
      remarks: policyRemark,
      grants: [{ ...call('execute-api:Invoke', endpoint), doubt: authorization }],
    },
  },
};

/** With RESOURCE_POLICY, Step Functions itself calls the API, whose own policy must allow it. */
const BY_API: Doubt = {
  certainty: 'precaution',
  reason: "AuthType is RESOURCE_POLICY, so the API's own policy decides, not the role's",
  source: PAGE,
};
const BY_RUN: Doubt = { certainty: 'conditional', reason: 'a run gives the AuthType IAM_ROLE', source: PAGE };

function authorization(context: CallContext): Doubt | undefined {
  const type = argument(context, 'AuthType');
  if (knownText(type) === 'RESOURCE_POLICY') return BY_API;
  return type.kind === 'unknown' ? BY_RUN : undefined;
}

/** What a statement of the API's policy must have: the page prints one. Only REST APIs can have such a policy. */
function policyRemark(context: CallContext): readonly Remark[] {
  if (knownText(argument(context, 'AuthType')) !== 'RESOURCE_POLICY') return [];
  const [api] = endpoint(context);
  const [machine] = ownStateMachine(context);
  const message = `AuthType is RESOURCE_POLICY, so the role's policy does not decide: the API's resource policy must allow execute-api:Invoke on ${api?.arn} to the principal states.amazonaws.com, with aws:SourceArn ${machine?.arn}.`;
  return [{ code: 'resource-policy', severity: 'info', message }];
}

const ENDPOINT =
  /^(?:https:\/\/)?((?:\$\{[^}]*\}|[^./])+)\.execute-api\.((?:\$\{[^}]*\}|[^./])+)\.(?:amazonaws\.com|\$\{AWS::URLSuffix\})/;

/**
 * `<api>.execute-api.<region>.amazonaws.com`, Stage, Method and Path as `<api>/<stage>/<METHOD>/<path>`.
 *
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
 */
function endpoint(context: CallContext): readonly Resource[] {
  const host = argument(context, 'ApiEndpoint');
  const text = knownText(host) ?? patternOf(host) ?? '';
  const [, api = startOfId(host), region] = ENDPOINT.exec(text) ?? [];
  const id: NamePart =
    api === undefined
      ? { text: '*', origin: unreadable(namePart(host, 'ApiEndpoint')) }
      : {
          text: api,
          origin: host.kind === 'unknown' ? partialOrigin(host, 'ApiEndpoint') : knownOrigin(host, 'ApiEndpoint'),
        };
  const path = patternPart(argument(context, 'Path'), 'Path', '');
  const parts = [
    id,
    // An HTTP API's default stage has a name in the ARN, though not in the URL.
    patternPart(argument(context, 'Stage'), 'Stage', '$default'),
    patternPart(argument(context, 'Method'), 'Method'),
    { ...path, text: path.text.replace(/^\//, '') },
  ];
  const resource = parts.map(({ text }) => text).join('/');
  return [
    {
      arn: formatArn({ ...context.place, region: region ?? context.place.region, service: 'execute-api', resource }),
      origin: joinOrigins(parts.map(({ origin }) => origin)),
    },
  ];
}

/** The known start of an API's ID, which has letters and digits only. */
function startOfId(host: Value): string | undefined {
  const [, start] = /^(?:https:\/\/)?([0-9a-z]+)\*/.exec(patternOf(host) ?? '') ?? [];
  return start === undefined || 'https'.startsWith(start) ? undefined : `${start}*`;
}

/** A host name that doesn't show its API's ID, such as a `${Placeholder}`, counts as unknown. */
function unreadable({ text, origin }: NamePart): NamePart['origin'] {
  return isNamed(origin) ? { kind: 'unknown', field: origin.field, expression: text } : origin;
}
