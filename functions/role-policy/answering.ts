import type { MiddlewareObj } from '@middy/core';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { answer, type Outcome } from './answer.ts';

/** Sends the handler's outcome, or its error, to CloudFormation: once, whichever it was. */
export function answering(): MiddlewareObj<CloudFormationCustomResourceEvent, Outcome, Error, Context> {
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
      // An answer that could not be delivered: Lambda delivers the request again, and its answer will be the first.
      if (answered.has(event)) return;
      const outcome: Outcome = { failure: error };
      await answer(event, context, outcome);
      // The request is answered: Lambda has nothing to try again.
      request.response = outcome;
    },
  };
}
