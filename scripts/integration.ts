/** The three places of a new optimized integration, as CONTRIBUTING.md describes them. */

export interface Integration {
  /** As a task's Resource spells it: `acme`. */
  readonly service: string;
  /** `startJob` */
  readonly api: string;
}

/** The table: the request itself, which the service's page says more of. */
export function integrationModule({ service, api }: Integration): string {
  return `import type { Integration } from '../grants/integration.ts';
import { arn } from '../grants/resources.ts';
import { call } from '../grants/rows.ts';

/** ${service} */
export const ${service}: Integration = {
  service: '${service}',
  page: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-${service}.html',
  apis: {
    ${api}: {
      patterns: ['requestResponse'],
      grants: [call('${action(service, api)}', arn('${service}', '*'))],
    },
  },
};
`;
}

/** The index with the service's line in both places. Throws where it stands there already. */
export function withIndexLine(index: string, { service }: Integration): string {
  if (index.includes(`'./${service}.ts'`)) throw new Error(`src/integrations/index.ts has ${service} already`);
  const line = `import { ${service} } from './${service}.ts';`;
  return inserted(inserted(index, /^import \{ \w.* \} from '\.\/\w+\.ts';$/, line), /^ {2}\w+,$/, `  ${service},`);
}

/** The conformance table with a row to be written from the AWS page. */
export function withCase(cases: string, { service, api }: Integration): string {
  const row = `  '${service}:${api}': {
    patterns: RR,
    args: {},
    calls: [['${action(service, api)}', \`arn:aws:${service}:\${HERE}:*\`]],
  },`;
  return inserted(cases, /^ {2}'\w+:\w+': /, row);
}

/** `acme`, `startJob` → `acme:StartJob` */
function action(service: string, api: string): string {
  return `${service}:${api.charAt(0).toUpperCase()}${api.slice(1)}`;
}

/** A line put before the first of its kind that comes after it in the alphabet; else behind the last. */
function inserted(text: string, kind: RegExp, line: string): string {
  const lines = text.split('\n');
  const same = lines.flatMap((each, index) => (kind.test(each) ? [index] : []));
  const next = same.find((index) => (lines[index] ?? '') > line);
  const last = same.at(-1);
  if (last === undefined) throw new Error(`there is no line like ${kind}`);
  return lines.toSpliced(next ?? last + 1, 0, line).join('\n');
}
