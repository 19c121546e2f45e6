import type { MiddlewareObj } from '@middy/core';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { answer, type HandlerResult } from './answer.ts';

/** Sends the handler's result or its error to CloudFormation, exactly once. */
export function answering(): MiddlewareObj<CloudFormationCustomResourceEvent, HandlerResult, Error, Context> {
  const answered = new WeakSet<CloudFormationCustomResourceEvent>();
  return {
    after: async ({ event, context, response }) => {
      if (!response) return;
      answered.add(event);
      await answer(event, context, response);
    },
    onError: async (request) => {
      const { event, context, error } = request;
      console.error(JSON.stringify({ level: 'ERROR', message: error?.message, stack: error?.stack }));
      // The answer could not be delivered: Lambda repeats the request, and its answer will be the first to arrive.
      if (answered.has(event)) return;
      const result: HandlerResult = { failure: error };
      await answer(event, context, result);
      // The request is answered, so Lambda must not repeat it.
      request.response = result;
    },
  };
}
