import type { JsonObject } from '../asl/json.ts';
import { ACTION, CONDITION_KEY, OPERATION, OPERATOR } from './extraActions.ts';

/** The JSON Schema of a file of extra actions, for editors and for checks without rolefit. */
export function extraActionsSchema(): JsonObject {
  const texts = (item: JsonObject): JsonObject => ({
    anyOf: [item, { type: 'array', minItems: 1, items: item }],
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Extra actions for rolefit',
    description: 'What operations need that rolefit does not know, or needs besides: operation → actions and resources',
    type: ['object', 'null'],
    properties: { $schema: { type: 'string' } },
    patternProperties: {
      [OPERATION.source]: {
        description: 'What follows arn:aws:states::: in the Resource of the task, without .sync or .waitForTaskToken',
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          properties: {
            actions: {
              description: 'IAM actions such as acme:StartJob, without wildcards',
              ...texts({ type: 'string', pattern: ACTION.source }),
            },
            resources: {
              description:
                'ARNs such as arn:${Partition}:acme:${Region}:${Account}:job/{JobName}, where {JobName} is an argument of the call; or * alone',
              ...texts({ type: 'string', pattern: String.raw`^(?:\*|arn:.+)$` }),
            },
            conditions: {
              description: 'The Condition of the statement; iam:PassRole needs one with iam:PassedToService',
              type: 'object',
              minProperties: 1,
              patternProperties: {
                [OPERATOR.source]: {
                  type: 'object',
                  minProperties: 1,
                  patternProperties: { [CONDITION_KEY.source]: texts({ type: ['string', 'boolean', 'number'] }) },
                  additionalProperties: false,
                },
              },
              additionalProperties: false,
            },
          },
          required: ['actions', 'resources'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  };
}
