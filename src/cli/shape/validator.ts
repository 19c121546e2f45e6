import validateStates from 'amazon-states-language-service/out/validation/validateStates.js';
import { type ASTNode, getLanguageService, type JSONDocument } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { JsonObject } from '../../asl/json.ts';

/**
 * The one door to AWS's validator of the Amazon States Language, which its editors use: a JSON Schema, and checks that no
 * schema can express. It is loaded when a definition is read, and by the command line alone.
 *
 * Source: https://github.com/aws/amazon-states-language-service
 */

/** What the validator says, in its words, and where. */
export interface Diagnosis {
  readonly message: string;
  /** The keys that lead to the value; of a key, they end with it. */
  readonly path: readonly string[];
}

export async function diagnosesOf(definition: JsonObject): Promise<readonly Diagnosis[]> {
  const text = TextDocument.create('definition.json', 'json', 1, JSON.stringify(definition));
  const service = getLanguageService({});
  const { default: schema } = await import('amazon-states-language-service/out/json-schema/bundled.json', {
    with: { type: 'json' },
  });
  const document = service.parseJSONDocument(text);
  const root = rootOf(document);
  if (root?.type !== 'object') return [];
  // The service adds to the schema that it is given.
  const bySchema = await service.doValidation(text, document, {}, structuredClone(schema));
  const byStates = validateStates.default(root, text, 0, {});
  return [...bySchema, ...byStates].map(({ message, range }) => ({
    message: typeof message === 'string' ? message : message.value,
    path: pathTo(root, text.offsetAt(range.start), text.offsetAt(range.end)),
  }));
}

/** Its type keeps the tree to itself. */
function rootOf(document: JSONDocument): ASTNode | undefined {
  return 'root' in document && isNode(document.root) ? document.root : undefined;
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'offset' in value;
}

/** The way down to the innermost value, or property, around these offsets. */
function pathTo(node: ASTNode, start: number, end: number): readonly string[] {
  const isAround = ({ offset, length }: ASTNode) => offset <= start && end <= offset + length;
  const child = node.children?.find(isAround);
  if (child === undefined) return [];
  const rest = pathTo(child, start, end);
  if (node.type === 'object' && child.type === 'property') return [child.keyNode.value, ...rest];
  return node.type === 'array' ? [String(node.items.indexOf(child)), ...rest] : rest;
}
