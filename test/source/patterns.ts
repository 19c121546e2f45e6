import {
  type CallExpression,
  type Expression,
  type Identifier,
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isTypeReferenceNode,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { SignatureKind } from 'typescript/unstable/sync';
import { isConstant } from './constants.ts';
import { nodesOf, type Problem, problemAt, type Source } from './project.ts';

/**
 * Nothing that comes from data is read as a pattern: regular expressions, and the replacements of `replace`, in which
 * `$&` stands for something else, are constants of the source.
 */
export function patternsFromData(source: Source): readonly Problem[] {
  return nodesOf(source.file).flatMap((node): readonly Problem[] => {
    if (isIdentifier(node) && node.text === 'RegExp') return constructed(source, node);
    return isCallExpression(node) ? called(source, node) : [];
  });
}

function constructed(source: Source, node: Identifier): readonly Problem[] {
  const { parent } = node;
  if (isTypeReferenceNode(parent)) return [];
  if (isBinaryExpression(parent) && parent.operatorToken.kind === SyntaxKind.InstanceOfKeyword) return [];
  const isCallee = (isNewExpression(parent) || isCallExpression(parent)) && parent.expression === node;
  if (isCallee && [...(parent.arguments ?? [])].every((part) => isConstant(source, part))) return [];
  return [
    problemAt(source, parent, 'a regular expression that is no constant: compare texts, or write it as a literal'),
  ];
}

/** Methods of texts that make a regular expression of a text. */
const SEARCHES: readonly string[] = ['match', 'matchAll', 'search'];
const REPLACES: readonly string[] = ['replace', 'replaceAll'];

function called(source: Source, node: CallExpression): readonly Problem[] {
  const { expression: callee } = node;
  if (!isPropertyAccessExpression(callee) || isOurOwn(source, callee.name)) return [];
  const { text: method } = callee.name;
  const [pattern, replacement] = node.arguments;
  if (method === 'compile' && isRegExp(source, callee.expression)) {
    return [problemAt(source, node, 'compile makes another regular expression of this one: write a literal')];
  }
  if (SEARCHES.includes(method) && pattern && !isRegExp(source, pattern) && !isConstant(source, pattern)) {
    return [problemAt(source, node, `${method} makes a regular expression of a text: use includes or indexOf`)];
  }
  if (
    REPLACES.includes(method) &&
    replacement &&
    !isFunction(source, replacement) &&
    !isConstant(source, replacement)
  ) {
    return [problemAt(source, node, `$& and the like mean something in what ${method} puts in: give a function`)];
  }
  return [];
}

/** True for a method that the source declares itself: those of texts are the language's. */
function isOurOwn({ checker }: Source, method: Node): boolean {
  const declarations = checker.getSymbolAtLocation(method)?.declarations ?? [];
  return declarations.length > 0 && declarations.every(({ path }) => !/\/lib\.[a-z0-9.]+\.d\.ts$/.test(path));
}

function isRegExp({ checker }: Source, node: Expression): boolean {
  return checker.getTypeAtLocation(node)?.getSymbol()?.name === 'RegExp';
}

function isFunction({ checker }: Source, node: Expression): boolean {
  const type = checker.getTypeAtLocation(node);
  return type !== undefined && checker.getSignaturesOfType(type, SignatureKind.Call).length > 0;
}
