import { nearest } from '../nearest.ts';
import { own } from '../own.ts';
import { registryType } from './resourceTypes.ts';

/**
 * Attributes that a resource's type doesn't have.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html
 */

/** SAM creates a resource of these types under the same logical ID, and has attributes of its own beside its. */
const MADE_BY_SAM: Readonly<Record<string, string>> = {
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::GraphQLApi': 'AWS::AppSync::GraphQLApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
};

/** True if resources of this type certainly have the attribute. */
export function hasAttribute(name: string, written: string): boolean {
  return registryType(own(MADE_BY_SAM, written) ?? written)?.attributes.includes(name) ?? false;
}

/** What is wrong with an attribute of a resource of this type, in one line; undefined if it exists, or may. */
export function attributeProblem(id: string, name: string, written: string): string | undefined {
  const type = own(MADE_BY_SAM, written) ?? written;
  const attributes = registryType(type)?.attributes;
  if (name === '') {
    const such = attributes?.includes('Arn') ? `, such as ${id}.Arn` : '';
    return `uses Fn::GetAtt of ${id}, which takes an attribute as well${such}`;
  }
  // An attribute with a dot is one of another stack's, or of what a property is.
  if (!/^\w+$/.test(name)) return undefined;
  if (attributes === undefined || attributes.some((each) => each === name || each.startsWith(`${name}.`))) {
    return undefined;
  }
  const sameLetters = attributes.find((each) => each.toLowerCase() === name.toLowerCase());
  // SAM's types have attributes that no table has.
  if (type !== written && sameLetters === undefined) return undefined;
  const meant = sameLetters ?? nearest(name, attributes);
  const hint = meant === undefined ? '.' : `; did you mean ${id}.${meant}?`;
  const whole = attributes.filter((each) => !attributes.includes(each.replace(/\..*/s, '')) || !each.includes('.'));
  const list = whole.length === 0 ? 'It has none' : `It has ${whole.join(', ')}`;
  return `uses ${id}.${name}, but ${type} has no attribute ${name}${hint} ${list}`;
}
