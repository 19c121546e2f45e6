import {
  type ElementAccessExpression,
  type Expression,
  type Identifier,
  isBinaryExpression,
  isBindingElement,
  isComputedPropertyName,
  isElementAccessExpression,
  isForInStatement,
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  type Node,
  type PropertyAccessExpression,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { type Checker, SymbolFlags, type Type, TypeFlags } from 'typescript/unstable/sync';
import { nodesOf, type Problem, problemAt, type Source } from './project.ts';

/** What every object inherits. */
const INHERITED: ReadonlySet<unknown> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The one place where an object's entry is read by any name. */
const HELPER = 'src/own.ts';

/**
 * No plain object is used as a dictionary for names that others choose, one of which may be `constructor` or
 * `__proto__`: its entries are read by `own`, and it is made of entries.
 */
export function openLookUps(source: Source): readonly Problem[] {
  if (source.path === HELPER) return [];
  return nodesOf(source.file).flatMap((node): readonly Problem[] => {
    const why = whyOf(source.checker, node);
    return why === undefined ? [] : [problemAt(source, node, why)];
  });
}

function whyOf(checker: Checker, node: Node): string | undefined {
  if (isElementAccessExpression(node)) {
    return isOpen(checker, node.argumentExpression) ? whyOfAccess(node) : undefined;
  }
  if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword) {
    return isOpen(checker, node.left) ? '`in` finds what is inherited: use Object.hasOwn' : undefined;
  }
  if (isForInStatement(node)) return 'visits what is inherited: use Object.keys or Object.entries';
  if (isBindingElement(node) && isObjectBindingPattern(node.parent)) {
    const name = node.propertyName;
    return name && isComputedPropertyName(name) && isOpen(checker, name.expression) ? READ : undefined;
  }
  if (isPropertyAccessExpression(node)) return whyOfProperty(node);
  return isIdentifier(node) && isOfZod(checker, node) ? DROPS : undefined;
}

const READ = 'reads what is inherited: use own(table, name) or a Map';

function whyOfAccess(node: ElementAccessExpression): string {
  const { parent } = node;
  const isWritten =
    isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind >= SyntaxKind.FirstAssignment &&
    parent.operatorToken.kind <= SyntaxKind.LastAssignment;
  return isWritten ? 'sets what is inherited: use a Map, or Object.fromEntries' : READ;
}

function whyOfProperty({ expression, name }: PropertyAccessExpression): string | undefined {
  const object = isIdentifier(expression) ? expression.text : '';
  if (object === 'Reflect') return READ;
  if (object === 'Object' && name.text === 'assign') return 'sets what is inherited: use { ...a, ...b }';
  return name.text === 'hasOwnProperty' ? 'is a name that data can take: use Object.hasOwn' : undefined;
}

/** Schemas of zod that leave out an entry called `__proto__`. */
const DROPPING: readonly string[] = ['record', 'partialRecord', 'looseRecord', 'looseObject', 'catchall', 'json'];
const DROPS = 'leaves out __proto__: use dictionary(value)';

function isOfZod(checker: Checker, node: Identifier): boolean {
  if (!DROPPING.includes(node.text)) return false;
  const found = checker.getSymbolAtLocation(node);
  const symbol = found && found.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  return symbol?.declarations.some(({ path }) => path.includes('/node_modules/zod/')) ?? false;
}

/** True where the key may be a name that every object inherits. */
function isOpen(checker: Checker, key: Expression): boolean {
  const type = checker.getTypeAtLocation(key);
  return type === undefined || canBeInherited(checker, type);
}

function canBeInherited(checker: Checker, type: Type): boolean {
  if (type.isUnionType()) return type.getTypes().some((one) => canBeInherited(checker, one));
  if (type.isStringLiteralType()) return INHERITED.has(type.value);
  if (type.flags & TypeFlags.Instantiable && !(type.flags & TypeFlags.TemplateLiteral)) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined || constraint.id === type.id || canBeInherited(checker, constraint);
  }
  return (type.flags & (TypeFlags.NumberLike | TypeFlags.ESSymbolLike)) === 0;
}
