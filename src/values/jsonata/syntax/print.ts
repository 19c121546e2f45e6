import type { Expression } from './expression.ts';

/** The text of a part of an expression, for messages; `whole` if it isn't simple enough to print. */
export function print(node: Expression, whole: string): string {
  return printed(node) ?? whole;
}

function printed(node: Expression): string | undefined {
  if (node.group || node.kind === 'unsupported') return undefined;
  const base = printedForm(node);
  const filters = [...node.predicates, ...node.stages].map(printed);
  if (base === undefined || filters.includes(undefined)) return undefined;
  return `${base}${filters.map((filter) => `[${filter}]`).join('')}${node.keepArray ? '[]' : ''}`;
}

function printedForm(node: Expression): string | undefined {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' ? `'${node.value}'` : String(node.value);
    case 'name':
      return /^[A-Za-z_]\w*$/.test(node.name) ? node.name : `\`${node.name}\``;
    case 'wildcard':
      return '*';
    case 'descendants':
      return '**';
    case 'variable':
      return `$${node.name}`;
    case 'path':
      return joined(node.steps, '.');
    case 'binary':
      return joined([node.left, node.right], ` ${node.operator} `);
    case 'call': {
      const [procedure, args] = [printed(node.procedure), joined(node.args, ', ')];
      return procedure === undefined || args === undefined ? undefined : `${procedure}(${args})`;
    }
    default:
      return undefined;
  }
}

function joined(nodes: readonly Expression[], separator: string): string | undefined {
  const texts = nodes.map(printed);
  return texts.includes(undefined) ? undefined : texts.join(separator);
}
