import {
  type Expression,
  isAsExpression,
  isBinaryExpression,
  isIdentifier,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isNumericLiteral,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isRegularExpressionLiteral,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateExpression,
  isVariableDeclaration,
  NodeFlags,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { SymbolFlags } from 'typescript/unstable/sync';
import type { Source } from './project.ts';

/** True for what is written in the source: a literal, a `const` that is one, and what is put together of such. */
export function isConstant(source: Source, node: Expression): boolean {
  const each = (parts: readonly Expression[]) => parts.every((part) => isConstant(source, part));
  if (isStringLiteral(node) || isNumericLiteral(node)) return true;
  if (isNoSubstitutionTemplateLiteral(node) || isRegularExpressionLiteral(node)) return true;
  if (isTemplateExpression(node)) return each(node.templateSpans.map(({ expression }) => expression));
  if (isTaggedTemplateExpression(node)) {
    const { tag, template } = node;
    return tag.getText(source.file) === 'String.raw' && isConstant(source, template);
  }
  if (isBinaryExpression(node)) {
    return node.operatorToken.kind === SyntaxKind.PlusToken && each([node.left, node.right]);
  }
  if (isParenthesizedExpression(node) || isAsExpression(node)) return isConstant(source, node.expression);
  if (isNewExpression(node)) {
    return node.expression.getText(source.file) === 'RegExp' && each([...(node.arguments ?? [])]);
  }
  if (isPropertyAccessExpression(node)) {
    return ['source', 'flags'].includes(node.name.text) && isConstant(source, node.expression);
  }
  return isIdentifier(node) && isConstantName(source, node);
}

function isConstantName(source: Source, node: Expression): boolean {
  const { checker, fileOf } = source;
  const found = checker.getSymbolAtLocation(node);
  const symbol = found && found.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  const handle = symbol?.valueDeclaration;
  const declaration = handle?.resolve();
  const file = handle && fileOf(handle.path);
  if (!file || !declaration || !isVariableDeclaration(declaration) || declaration.initializer === undefined)
    return false;
  return (declaration.parent.flags & NodeFlags.Const) !== 0 && isConstant({ ...source, file }, declaration.initializer);
}
