import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/api-reference.html',
  recheck: {
    secret: ['GET', 'POST'],
    opens: ['CreateRoutingRule', 'PATCH', 'PUT'],
    stopsLogs: ['DELETE'],
  },
} satisfies Judgements;
