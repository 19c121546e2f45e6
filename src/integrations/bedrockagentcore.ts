import type { Integration } from '../grants/integration.ts';
import { arnIn } from '../grants/resources.ts';
import { call } from '../grants/rows.ts';

/** Amazon Bedrock AgentCore. The Resource says `bedrockagentcore`, IAM says `bedrock-agentcore`. */
export const bedrockagentcore: Integration = {
  service: 'bedrockagentcore',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrockagentcore.html',
  apis: {
    invokeHarness: {
      patterns: ['requestResponse'],
      grants: [
        call(
          ['bedrock-agentcore:InvokeAgentRuntime', 'bedrock-agentcore:InvokeHarness'],
          arnIn('HarnessArn', 'bedrock-agentcore', 'harness/*'),
        ),
      ],
    },
  },
};
