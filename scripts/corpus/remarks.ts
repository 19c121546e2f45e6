/** What a person found when looking at a template beside its differences. */
export const REMARKS: Readonly<Record<string, string>> = {
  'activity-state-machine': 'Tracing is not switched on, so the X-Ray permissions are of no use.',
  'bedrock-evaluations-sam':
    '`bedrock-agent:` is no prefix of IAM (the actions of that API are `bedrock:`), so that statement allows nothing; AmazonBedrockFullAccess is what lets the workflow run.',
  'bedrock-invokemodel': 'ModelId comes with the input; the template means foundation models only.',
  'calling-async-api-callback': 'The role may create topics and subscribe to them; it only publishes.',
  'categorization-state-machine': 'The state machine only sends; receiving and deleting is for the consumers.',
  'data-processing/sam': 'Two read-only policies for whole services, where one object and one API are read.',
  'distributed-map-state-gif-generator':
    "A true gap: SAM's StepFunctionsExecutionPolicy has only StartExecution, and AWS's page for distributed maps asks for DescribeExecution too.",
  'dynamodb-migrations':
    "The table's name and its ARN are two parameters: whether they fit, only the deployment tells.",
  'emit-and-wait': 'Exported from Application Composer: the definition lies in a bucket of the service.',
  'execution-error-notification-workflow': 'Both resources stand in the same template and could be named.',
  'explicit-failure-with-parallel-states': 'CloudWatchFullAccess, for a workflow that calls two functions.',
  'generate-thumbnail':
    'The connectors give lambda:InvokeAsync, an API that AWS no longer recommends; nothing starts another state machine.',
  'github-repo-views-counter': 'One putItem: it reads nothing.',
  'resource-configuration-backup-sam':
    'The bucket comes with the input; `logs:*` and `cloudwatch:*` are far more than log delivery.',
  's3-glacier-multi-file-restore-sam':
    'Logging and tracing are not configured. s3:ListBucket only makes headObject answer 404 rather than 403 for a missing object.',
  'saga-pattern-sam': 'CDK grants versions and aliases (`:*`) as well; the definition calls the functions without one.',
  'sfn-dynamodb-batchwriteitem':
    'A true gap: the children of the distributed Map cannot be described. Two keys stand twice, of which the last ones count.',
  'sfn-sns-task-timer':
    'A true gap: `startExecution.sync` polls and stops the child execution, and the role may do neither.',
  'stepfunction-progress-tracking': 'The definition calls one path with POST.',
  'tts-converter':
    "Bucket and key come with the event. SAM's X-Ray policy has one action more than AWS's page asks for.",
  'uml-statemachine': 'PutLogEvents is no way in which Step Functions writes logs; children are polled on `*`.',
  'webhook-provider':
    'The state machine does not invoke CallWebHookFunction, to which it sends messages; of the table, getItem and updateItem are used.',
  'word-filtering-script-generator': "The media's bucket comes with the event.",
};
