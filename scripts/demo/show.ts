/** What the demo prints. */

/** A line for each action and resource that documents allow. */
export function permissionsOf(documents: Iterable<string>): readonly string[] {
  const lines: string[] = [];
  for (const document of documents) {
    for (const { Effect, Action, Resource } of JSON.parse(document).Statement) {
      if (Effect !== 'Allow') continue;
      for (const action of Action) for (const resource of Resource) lines.push(`${action} on ${resource}`);
    }
  }
  return lines.toSorted();
}

export function showDifference(before: readonly string[], after: readonly string[]): void {
  for (const line of before) if (!after.includes(line)) console.log(`  - ${line}`);
  for (const line of after) if (!before.includes(line)) console.log(`  + ${line}`);
}

/** A message of the re-check, as the topic sends it. */
export function showMessage(text: string): void {
  for (const line of text.trim().split('\n').filter(Boolean)) console.log(`  message: ${line}`);
}

/** CloudTrail's record of a call, as EventBridge has it. */
export function recorded(service: 'states' | 'iam', eventName: string, requestParameters: object): object {
  return {
    source: `aws.${service}`,
    'detail-type': 'AWS API Call via CloudTrail',
    detail: {
      eventSource: `${service}.amazonaws.com`,
      eventName,
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/eve' },
      requestParameters,
    },
  };
}

/** A workflow that suddenly makes an administrator. */
export const GRAB = JSON.stringify({
  StartAt: 'Grab',
  States: {
    Grab: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:iam:attachUserPolicy',
      Parameters: { UserName: 'eve', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      End: true,
    },
  },
});
