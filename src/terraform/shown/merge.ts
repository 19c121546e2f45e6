import type { Configuration, Evaluated, EvaluatedResource } from '../resource.ts';

/**
 * The files with what a plan of them tells: which instances there are, also of modules that the folder lacks, and the
 * values that the files alone don't.
 */
export function withPlan(files: Configuration, plan: Configuration): Configuration {
  const written = new Map(files.resources.map((resource) => [resource.address, resource]));
  const planned = new Set(plan.resources.map(({ address }) => address));
  const resources = [
    ...plan.resources.map((resource) => filledIn(written.get(resource.address), resource)),
    // A data source that is read during the apply is in no plan.
    ...files.resources.filter(({ address, mode }) => mode === 'data' && !planned.has(address)),
  ];
  const unread = files.unread.filter(
    ({ address }) => address === undefined || !plan.resources.some((each) => isAt(each.address, address)),
  );
  return { resources, unread: [...unread, ...plan.unread] };
}

function isAt(address: string, part: string): boolean {
  return address === part || address.startsWith(`${part}.`) || address.startsWith(`${part}[`);
}

function filledIn(written: EvaluatedResource | undefined, planned: EvaluatedResource): EvaluatedResource {
  if (written === undefined) return planned;
  const values = new Map(planned.arguments);
  for (const [name, value] of written.arguments) {
    const other = values.get(name);
    if (other === undefined || isKnown(value) || !isKnown(other)) values.set(name, value);
  }
  return { ...written, provider: { ...planned.provider, ...written.provider }, arguments: values };
}

/** True where the files tell a value, even where parts of it are references. */
function isKnown(value: Evaluated): boolean {
  switch (value.kind) {
    case 'known':
    case 'reference':
      return true;
    case 'unknown':
      return false;
    case 'text':
      return value.parts.every((part) => typeof part === 'string' || isKnown(part));
    case 'list':
      return value.items.every(isKnown);
    case 'object':
      return [...value.entries.values()].every(isKnown);
  }
}
