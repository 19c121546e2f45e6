import type { Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration } from '../grants/integration.ts';
import { joinOrigins, knownArn, nameOrigin, namePart } from '../grants/names.ts';
import { type KnownPart, partialOf, patternPart, withinType } from '../grants/partial.ts';
import { call } from '../grants/rows.ts';
import { type Arn, formatArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import { knownText, type Value } from '../values/domain/value.ts';

/** AWS Lambda: `lambda:invoke`, and tasks whose Resource is a function's ARN. */
export const lambda: Integration = {
  service: 'lambda',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html',
  apis: {
    invoke: {
      patterns: ['requestResponse', 'waitForTaskToken'],
      grants: [call('lambda:InvokeFunction', lambdaFunctions)],
    },
  },
};

/**
 * FunctionName is a name, an account and a name, or an ARN, each with or without a version or alias; Qualifier may give
 * that instead. IAM checks the ARN that is called, with its qualifier if it has one.
 *
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html#function-resources
 */
export function lambdaFunctions(context: CallContext): readonly Resource[] {
  const { functionArn } = context.call;
  if (functionArn !== undefined) {
    return [{ arn: escapeText(functionArn), origin: { kind: 'literal', field: 'Resource' } }];
  }
  const value = argument(context, 'FunctionName');
  const name = namePart(value, 'FunctionName');
  const place = { ...context.place, service: 'lambda' };
  const text = knownText(value);
  const pattern = functionPattern(value, context);
  if (pattern !== undefined) return pattern;
  if (text === undefined) {
    const account = name.origin.kind === 'unknown' ? '*' : place.account;
    return [{ arn: formatArn({ ...place, account, resource: 'function:*' }), origin: name.origin }];
  }
  const whole = knownArn(value) === undefined ? byName(escapeText(text), place) : name.text;
  const qualifier = argument(context, 'Qualifier');
  const origin = knownArn(value) === undefined ? nameOrigin(value, 'FunctionName', name.origin) : name.origin;
  if (qualifier.kind === 'absent' || isQualified(whole)) return [{ arn: whole, origin }];
  const part = patternPart(qualifier, 'Qualifier');
  return [{ arn: `${whole}:${part.text}`, origin: joinOrigins([origin, part.origin]) }];
}

function byName(name: string, place: Omit<Arn, 'resource'>): string {
  const [, account, rest = name] = /^(\d{12}):(?:function:)?(.+)$/.exec(name) ?? [];
  const resource = `function:${rest.replace(/^function:/, '')}`;
  return formatArn({ ...place, resource, ...(account === undefined ? {} : { account }) });
}

/** True if an ARN already ends in a version or alias. */
function isQualified(arn: string): boolean {
  return /:function:(?:\$\{[^}]*\}|[^:])+:[^:]+$/.test(arn);
}

/** A partly known function: the start of its name, or parts of its ARN. */
function functionPattern(value: Value, context: CallContext): readonly Resource[] | undefined {
  const partial = partialOf(value);
  if (partial === undefined) return undefined;
  const { origin } = patternPart(value, 'FunctionName');
  const arn = functionArn(partial, { ...context.place, service: 'lambda' });
  if (arn === undefined) return undefined;
  const qualifier = argument(context, 'Qualifier');
  // A hole at the end of the name covers a qualifier; otherwise the call may add one.
  if (qualifier.kind === 'absent' || arn.endsWith('*')) return [{ arn, origin }];
  return [arn, `${arn}:${patternPart(qualifier, 'Qualifier').text}`].map((each) => ({ arn: each, origin }));
}

function functionArn(partial: KnownPart, place: Omit<Arn, 'resource'>): string | undefined {
  switch (partial.kind) {
    case 'arn':
      return withinType(partial.arn, 'lambda', 'function:');
    case 'name':
      // Digits may be an account, and a part of the word 'function:' may be just that.
      return /^\d*\*|^f(?:unction)?\*/.test(partial.pattern) ||
        'function:'.startsWith(partial.pattern.split('*')[0] ?? '')
        ? undefined
        : byName(partial.pattern, place);
    case 'end':
      return partial.end === ''
        ? undefined
        : formatArn({ ...place, account: '*', resource: `function:*${partial.end}` });
  }
}
