import type { FactSource } from './fact.ts';

/** The source of a fact, in words that complete 'from …'. */
export function sourceWords({ source, place }: { readonly source: FactSource; readonly place: string }): string {
  switch (source) {
    case 'commandLine':
      return `the command line (${place})`;
    case 'template':
      return `the template (${place})`;
    case 'terraform':
      return `Terraform (${place})`;
    case 'deployment':
      return `the last deployment (${place})`;
    case 'aws':
      return `AWS (${place})`;
    case 'file':
      return `the facts file (${place})`;
  }
}
