import {
  isBindingElement,
  isClassDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isParameterDeclaration,
  isPropertySignatureDeclaration,
  isTypeAliasDeclaration,
  isVariableDeclaration,
  isVariableStatement,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { nodesOf, type Problem, problemAt, type Source } from './project.ts';

/** Names that say how a thing came, or nothing, and what to say instead. docs/glossary.md has the words that are ours. */
const PRIVATE: Readonly<Record<string, string>> = {
  world: 'an assignment',
  held: 'the role’s policies, its documents',
  given: 'what it is: parameters, properties, arguments',
  told: 'what is said of what: findings, messages',
  further: 'which others',
  besides: 'which others',
  doubts: 'the reasons why something is not certain',
  waits: 'the reasons why something is not done yet',
  elsewhere: 'where',
  analyst: 'what it does',
  only1: 'what it makes',
  gathered: 'what was read',
};

/** Declared names that are private words, in whatever letters. */
export function privateWords(source: Source): readonly Problem[] {
  return nodesOf(source.file).flatMap((node): readonly Problem[] => {
    const name = declaredName(node);
    const better = name === undefined ? undefined : PRIVATE[name.toLowerCase()];
    return better === undefined ? [] : [problemAt(source, node, `name ${better}`)];
  });
}

function declaredName(node: Node): string | undefined {
  const declares =
    isVariableDeclaration(node) ||
    isParameterDeclaration(node) ||
    isBindingElement(node) ||
    isFunctionDeclaration(node) ||
    isClassDeclaration(node) ||
    isPropertySignatureDeclaration(node) ||
    isTypeAliasDeclaration(node) ||
    isInterfaceDeclaration(node);
  return declares && node.name !== undefined && isIdentifier(node.name) ? node.name.text : undefined;
}

/** Exported names that two files declare: a reader who meets one must not have to ask which it is. */
export function exportedTwice(sources: readonly Source[]): readonly Problem[] {
  const first = new Map<string, string>();
  return sources.flatMap((source) =>
    exportsOf(source).flatMap((node): readonly Problem[] => {
      const name = declaredName(node) ?? '';
      const other = first.get(name);
      if (other === undefined) first.set(name, source.path);
      return other === undefined || other === source.path || name === ENTRY_POINT
        ? []
        : [problemAt(source, node, `${other} exports a ${name}, too`)];
    }),
  );
}

/** What Lambda calls in each function's file. */
const ENTRY_POINT = 'handler';

function exportsOf({ file }: Source): readonly Node[] {
  return [...file.statements].flatMap((statement): readonly Node[] => {
    const declares =
      isFunctionDeclaration(statement) ||
      isClassDeclaration(statement) ||
      isInterfaceDeclaration(statement) ||
      isTypeAliasDeclaration(statement) ||
      isVariableStatement(statement);
    if (!declares || ![...(statement.modifiers ?? [])].some(({ kind }) => kind === SyntaxKind.ExportKeyword)) return [];
    return isVariableStatement(statement) ? [...statement.declarationList.declarations] : [statement];
  });
}
