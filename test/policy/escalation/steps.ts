/** What rolefit does about the steps of the paths: the judgement that the tests hold it to. */

/** The steps that a change after the deploy never gains, besides all of an identity service. `always`: the template must allow them by name, too. */
export const STEPS: Readonly<Record<string, 'always' | 'recheck'>> = {
  'acm-pca:IssueCertificate': 'recheck',
  'airflow:UpdateEnvironment': 'recheck',
  'apprunner:UpdateService': 'recheck',
  'bedrock-agentcore:StartBrowserSession': 'recheck',
  'bedrock-agentcore:StartCodeInterpreterSession': 'recheck',
  'cloudformation:CreateChangeSet': 'recheck',
  'cloudformation:ExecuteChangeSet': 'recheck',
  'cloudformation:UpdateStack': 'recheck',
  'codebuild:StartBuild': 'recheck',
  'codebuild:StartBuildBatch': 'recheck',
  'codedeploy:CreateDeployment': 'recheck',
  'codestar:AssociateTeamMember': 'always',
  'codestar:CreateProject': 'always',
  'ec2-instance-connect:SendSSHPublicKey': 'recheck',
  'ec2:CreateLaunchTemplateVersion': 'recheck',
  'ec2:ModifyInstanceAttribute': 'recheck',
  'ecs:ExecuteCommand': 'recheck',
  'events:PutRule': 'recheck',
  'events:RemoveTargets': 'recheck',
  'glue:UpdateDevEndpoint': 'recheck',
  'guardduty:CreateIPSet': 'recheck',
  'guardduty:UpdateDetector': 'recheck',
  'guardduty:UpdateIPSet': 'recheck',
  'iam:CreateServiceLinkedRole': 'recheck',
  'iam:PassRole': 'recheck',
  'lambda:AddPermission': 'always',
  'lambda:UpdateFunctionCode': 'recheck',
  'lambda:UpdateFunctionConfiguration': 'recheck',
  's3:PutBucketAcl': 'always',
  's3:PutObjectAcl': 'always',
  's3:PutObjectVersionAcl': 'always',
  'sagemaker:CreatePresignedNotebookInstanceUrl': 'recheck',
  'sagemaker:UpdateNotebookInstance': 'recheck',
  'ssm:SendCommand': 'recheck',
  'ssm:StartSession': 'recheck',
  'states:UpdateStateMachine': 'recheck',
  'sts:AssumeRole': 'recheck',
  'sts:GetFederationToken': 'recheck',
};

/** Of these every change is guarded always: what is made there is a right. */
export const IDENTITY_PREFIXES: readonly string[] = ['iam', 'rolesanywhere', 'sso'];

/** Steps that no definition can take: nothing that rolefit knows grants them. */
export const OUT_OF_REACH: Readonly<Record<string, string>> = {
  'bedrock-agentcore:InvokeAgentRuntimeCommand': 'Step Functions does not offer the operation',
  'codestar:CreateProjectFromTemplate': 'no SDK has the operation, and IAM’s reference has no such action',
};

/** Steps that a change gains, so that a path with no other step is open, each with why. */
export const OPEN: Readonly<Record<string, string>> = {
  'batch:SubmitJob':
    'workflows live on it. The job runs with the role of a job definition that someone else has registered, and may bring its own command: give a job definition no more rights than those who may submit to it',
  's3:PutObject':
    'workflows live on it. What an instance fetches and runs belongs in a bucket that no workflow may write to',
};
