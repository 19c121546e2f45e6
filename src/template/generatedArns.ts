import { own } from '../own.ts';

/**
 * ARNs that end in what AWS generates, a revision or an ID: `Ref` and `Fn::GetAtt` return them whole, and a policy may name
 * them by a pattern. Their form is for comparisons; in what is written, the placeholder stays.
 */
export interface GeneratedArn {
  /** The property that names the resource. */
  readonly name: string;
  /** What follows the account, with `{name}` and a word for what AWS generates. */
  readonly resource: string;
  readonly service: string;
}

/**
 * Source: the ARN formats of
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 * and each type's 'Return values' in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const GENERATED: Readonly<Record<string, GeneratedArn>> = {
  'AWS::Batch::JobDefinition': {
    name: 'JobDefinitionName',
    service: 'batch',
    resource: 'job-definition/{name}:{Revision}',
  },
  'AWS::ECS::TaskDefinition': { name: 'Family', service: 'ecs', resource: 'task-definition/{name}:{Revision}' },
  'AWS::Events::ApiDestination': { name: 'Name', service: 'events', resource: 'api-destination/{name}/{Id}' },
  'AWS::Events::Connection': { name: 'Name', service: 'events', resource: 'connection/{name}/{Id}' },
  'AWS::Lambda::LayerVersion': { name: 'LayerName', service: 'lambda', resource: 'layer:{name}:{Version}' },
  // A hyphen and six random characters: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
  'AWS::SecretsManager::Secret': { name: 'Name', service: 'secretsmanager', resource: 'secret:{name}-??????' },
};

export function generatedArn(type: string): GeneratedArn | undefined {
  return own(GENERATED, type);
}
