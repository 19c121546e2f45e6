import { RESOURCE_TYPE_LINES } from './data/resourceTypes.ts';

/** What `Ref` returns. A URL is an SQS queue's; whatever is neither ARN, name nor URL counts as an ID. */
export type RefKind = 'arn' | 'name' | 'url' | 'id';

/** A resource type of CloudFormation, as its registry and its pages describe it. */
export interface RegistryType {
  readonly shape: { readonly ref: RefKind; readonly arn?: string };
  /** What `Fn::GetAtt` accepts; an attribute of an attribute has a dot, as in `Endpoint.Address`. */
  readonly attributes: readonly string[];
}

const READ = new Map<string, RegistryType>();

/** Undefined for a custom resource, a module, a third party's type and a type of SAM. */
export function registryType(type: string): RegistryType | undefined {
  if (!/^(?:AWS|Alexa)::[\w:]+$/.test(type)) return undefined;
  const known = READ.get(type) ?? read(type);
  if (known !== undefined) READ.set(type, known);
  return known;
}

function read(type: string): RegistryType | undefined {
  const start = RESOURCE_TYPE_LINES.indexOf(`\n${type} `);
  if (start < 0) return undefined;
  const line = RESOURCE_TYPE_LINES.slice(start + 1, RESOURCE_TYPE_LINES.indexOf('\n', start + 1));
  const [, answer = '', ...attributes] = line.split(' ');
  const [ref = '', arn] = answer.split('=');
  return { shape: { ref: isRef(ref) ? ref : 'id', ...(arn === undefined ? {} : { arn }) }, attributes };
}

function isRef(text: string): text is RefKind {
  return text === 'arn' || text === 'name' || text === 'url';
}
