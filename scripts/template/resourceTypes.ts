/**
 * Writes src/template/data/resourceTypes.ts: what `Ref` returns, and which attributes `Fn::GetAtt` has, for every
 * resource type of CloudFormation.
 *
 *   npm run refresh:types
 *
 * It installs three packages into .models, once for each version:
 * - cfn-lint (MIT-0): the schemas of CloudFormation's registry, and the attributes that the schemas lack
 * - @aws-cdk/aws-service-spec (Apache-2.0): attributes with documentation, and where `Ref` isn't the primary identifier
 * - @aws-cdk/cfnspec (Apache-2.0): the sentence on `Ref` of each type's page, until 2023
 *
 * The primary identifier decides, unless a page says otherwise: every difference is judged in refExceptions.ts, and one
 * that isn't fails the run.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isArray, isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import { parseJson } from '../../src/asl/jsonText.ts';
import { own } from '../../src/own.ts';
import type { RefKind } from '../../src/template/resourceTypes.ts';
import { REF_EXCEPTIONS, WRONG_PAGES } from './refExceptions.ts';

const CFN_LINT = '1.58.0';
const SERVICE_SPEC = '0.1.216';
const CFNSPEC = '2.72.1';

/** What a package says of a type. */
interface Source {
  readonly attributes: readonly string[];
  readonly identifier: readonly string[];
  /** The pattern and the description of the only property in the identifier. */
  readonly pattern: string;
  readonly description: string;
}

const NOTHING: Source = { attributes: [], identifier: [], pattern: '', description: '' };

const lint = fromCfnLint();
const cdk = fromServiceSpec();
const pages = fromCfnspec();

const unjudged: string[] = [];
let compared = 0;
const lines = [...lint.keys()]
  .filter((type) => /^(?:AWS|Alexa)::/.test(type) && !isSam(type) && type !== 'AWS::CloudFormation::CustomResource')
  .toSorted()
  .map((type) => {
    const attributes = attributesOf(type);
    const ref = refOf(type);
    compareWithPage(type, ref.kind);
    const arn = arnAttribute(type, ref, attributes);
    return [type, arn === undefined ? ref.kind : `${ref.kind}=${arn}`, ...attributes].join(' ');
  });
for (const line of unjudged) console.error(`differs from its page: ${line}`);
console.log(
  `${lines.length} types; of ${compared} pages on Ref, ${compared - unjudged.length - WRONG_PAGES.size} agree, ${WRONG_PAGES.size} are known to be wrong and ${unjudged.length} are not judged`,
);
process.exitCode = unjudged.length === 0 ? 0 : 1;
writeFileSync(
  new URL('../../src/template/data/resourceTypes.ts', import.meta.url),
  `/**
 * One resource type a line: what \`Ref\` returns, with \`=\` the attribute that is the ARN, then the attributes that
 * \`Fn::GetAtt\` has. Written by scripts/template/resourceTypes.ts from cfn-lint ${CFN_LINT} and
 * @aws-cdk/aws-service-spec ${SERVICE_SPEC}. A text, because it loads faster than an object and few lines are read.
 */
export const RESOURCE_TYPE_LINES = \`
${lines.join('\n')}
\`;
`,
);

interface Ref {
  readonly kind: RefKind;
  /** The property that `Ref` returns, if it is one. */
  readonly property?: string;
}

function refOf(type: string): Ref {
  const exception = REF_EXCEPTIONS.get(type);
  if (exception !== undefined) return { kind: exception };
  const { identifier, pattern, description } = lint.get(type) ?? NOTHING;
  const documented = cdk.get(type)?.identifier ?? [];
  const [property, ...more] = documented.length > 0 ? documented : identifier;
  if (property === undefined || more.length > 0) return { kind: 'id' };
  if (/(?:Arn|ARN)$/.test(property)) return { kind: 'arn', property };
  const isArn = pattern.startsWith('^arn:') || /^The (?:ARN|Amazon Resource Name)/.test(description);
  if (isArn && property === identifier[0]) return { kind: 'arn', property };
  if (property === 'QueueUrl') return { kind: 'url', property };
  return { kind: /Name$/.test(property) ? 'name' : 'id', property };
}

/** The attribute that is the ARN: what `Ref` returns, or the one with the type's name. */
function arnAttribute(type: string, { kind, property }: Ref, attributes: readonly string[]): string | undefined {
  const name = type.slice(type.lastIndexOf(':') + 1);
  const candidates = kind === 'arn' && property !== undefined ? [property] : ['Arn', `${name}Arn`, `${name}ARN`];
  return candidates.find((candidate) => /arn$/i.test(candidate) && attributes.includes(candidate));
}

/** Any attribute that one of the sources has: to refuse one that exists would be worse than to accept one that doesn't. */
function attributesOf(type: string): readonly string[] {
  const all = [lint, cdk, pages].flatMap((source) => source.get(type)?.attributes ?? []);
  return [...new Set(all)]
    .filter((name) => /^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/.test(name) && name !== 'Ref')
    .toSorted();
}

function compareWithPage(type: string, kind: Ref['kind']): void {
  const text = pages.get(type)?.description ?? '';
  if (text === '') return;
  compared += 1;
  const saysArn = /\barn\b|Amazon Resource Name|[a-z]Arn\b/i.test(text);
  if (saysArn !== (kind === 'arn') && !WRONG_PAGES.has(type)) unjudged.push(`${type} (${kind}): ${text.slice(0, 200)}`);
}

/** SAM turns these types into others. */
function isSam(type: string): boolean {
  return type.startsWith('AWS::Serverless::');
}

function fromCfnLint(): ReadonlyMap<string, Source> {
  const target = join('.models', `cfn-lint-${CFN_LINT}`);
  if (!existsSync(target)) {
    execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', target, `cfn-lint==${CFN_LINT}`]);
  }
  const options = { encoding: 'utf8', env: { ...process.env, PYTHONPATH: target }, maxBuffer: 100_000_000 } as const;
  const types = parseJson(execFileSync('python3', ['scripts/template/cfnLint.py'], options));
  return new Map(
    Object.entries(objectIn(types)).map(([type, known]) => [
      type,
      {
        attributes: textsIn(own(objectIn(known), 'attributes')),
        identifier: textsIn(own(objectIn(known), 'identifier')),
        pattern: String(own(objectIn(known), 'pattern')),
        description: String(own(objectIn(known), 'description')),
      },
    ]),
  );
}

/** Its `identifier` is only what `Ref` returns where that isn't the primary identifier. */
function fromServiceSpec(): ReadonlyMap<string, Source> {
  const packed = readFileSync(join(npmPackage('@aws-cdk/aws-service-spec', SERVICE_SPEC), 'db.json.gz'));
  const schema = objectIn(own(objectIn(parseJson(gunzipSync(packed).toString('utf8'))), 'schema'));
  const entities = own(objectIn(own(schema, 'resource')), 'entities');
  return new Map(
    (isArray(entities) ? entities : []).map((entity) => {
      const resource = objectIn(entity);
      const attributes = Object.keys(objectIn(own(resource, 'attributes')));
      const identifier = textsIn(own(resource, 'cfnRefIdentifier') ?? []);
      return [String(own(resource, 'cloudFormationType')), { ...NOTHING, attributes, identifier }];
    }),
  );
}

/** Its `description` is the page's text on `Ref`. */
function fromCfnspec(): ReadonlyMap<string, Source> {
  const file = join(npmPackage('@aws-cdk/cfnspec', CFNSPEC), 'spec', 'cfn-docs.json');
  const types = objectIn(own(objectIn(parseJson(readFileSync(file, 'utf8'))), 'Types'));
  return new Map(
    Object.entries(types).map(([type, page]) => {
      const attributes = objectIn(own(objectIn(page), 'attributes') ?? {});
      return [
        type,
        { ...NOTHING, attributes: Object.keys(attributes), description: String(own(attributes, 'Ref') ?? '') },
      ];
    }),
  );
}

/** Fetches an npm package, and returns its folder. Only its data is read. */
function npmPackage(name: string, version: string): string {
  const prefix = join('.models', `${name.slice(name.indexOf('/') + 1)}-${version}`);
  if (!existsSync(prefix)) {
    execFileSync('npm', [
      'install',
      '--silent',
      '--ignore-scripts',
      '--no-save',
      '--prefix',
      prefix,
      `${name}@${version}`,
    ]);
  }
  return join(prefix, 'node_modules', name);
}

function objectIn(json: Json | undefined): JsonObject {
  if (!isObject(json)) throw new Error('no object where the package had one');
  return json;
}

function textsIn(json: Json | undefined): readonly string[] {
  return isArray(json) ? json.filter((item) => typeof item === 'string') : [];
}
