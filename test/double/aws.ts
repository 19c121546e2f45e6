import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ResourceFacts } from '../../src/facts/fact.ts';
import type { Request } from '../support/iam.ts';
import { askedByQuery, askedOfS3, askedOfStates } from './asked.ts';
import { CloudFormation } from './cloudformation.ts';
import { askedOfDescription, type DescribedService, described, descriptionIn } from './described.ts';
import { element, escapeXml, Iam, roleOf } from './iam.ts';
import { Permissions } from './permissions.ts';
import { Refusal } from './refusal.ts';
import { StateMachines } from './states.ts';

/**
 * An embedded AWS on loopback that speaks the services' own HTTP protocols: IAM, SNS and CloudFormation (query), Step
 * Functions (JSON), S3 (REST), the URL that CloudFormation gives for answers, and the descriptions of resources by
 * their services (described.ts).
 */

export interface Call {
  readonly service: 'cloudformation' | 'answer' | DescribedService;
  readonly action: string;
  /** The role that it is about, as far as the request says; else empty. */
  readonly role: string;
  /** All that the request says, for tests that look for a name in it. */
  readonly text: string;
}

/** What goes wrong with a request: nothing; an error; a connection that stays silent. */
export type Fault =
  | { readonly kind: 'refuse'; readonly code: string; readonly status: number }
  | { readonly kind: 'silence' }
  /** The request takes effect, and its answer is lost. */
  | { readonly kind: 'lostAnswer'; readonly code: string; readonly status: number };

export interface Answer {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly PhysicalResourceId: string;
  readonly RequestId: string;
  readonly Reason?: string;
  readonly Data?: Readonly<Record<string, string | number>>;
}

export interface Message {
  readonly subject: string;
  readonly text: string;
}

export class EmbeddedAws {
  readonly iam = new Iam();
  readonly states = new StateMachines();
  readonly cloudFormation = new CloudFormation();
  readonly permissions = new Permissions();
  /** Bucket name → ARN of the KMS key of its objects. */
  readonly bucketKeys = new Map<string, string>();
  /** ARN of a resource → what its service says of it; see described.ts. */
  readonly resources = new Map<string, ResourceFacts>();
  /** What was published, oldest first. */
  readonly messages: Message[] = [];
  /** `bucket/key` → content. */
  readonly objects = new Map<string, string>();
  /** `bucket/key` → when it was written (milliseconds since 1970); now, where it is not there. */
  readonly written = new Map<string, number>();
  /** Path of the response URL → the answers that arrived there. */
  readonly answers = new Map<string, Answer[]>();
  readonly calls: Call[] = [];
  /** Asked before each request. */
  fault: (call: Call) => Fault | undefined = () => undefined;
  endpoint = '';
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  /** An hour passes for what is in buckets. */
  age(): void {
    for (const [key, at] of this.written) this.written.set(key, at - 3_600_000);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no address');
    this.endpoint = `http://127.0.0.1:${address.port}`;
    return this;
  }

  /** Throws an Error where a function was refused anything that no test has taken note of: its role lacks a permission. */
  async stop(): Promise<void> {
    if (this.#server.listening) {
      this.#server.closeAllConnections();
      await new Promise((resolve) => this.#server.close(resolve));
    }
    const refused = this.permissions.takeRefused();
    if (refused.length > 0) throw new Error(`template.yaml does not allow what was asked for:\n${refused.join('\n')}`);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const call = callOf(request, body);
    this.calls.push(call);
    const fault = this.fault(call);
    if (fault?.kind === 'silence') return;
    try {
      if (call.service !== 'answer') {
        this.permissions.check(call.service, callerOf(request), this.#askedBy(call, request, body));
      }
      if (fault?.kind === 'refuse') throw new Refusal(fault.code, 'injected', fault.status);
      const reply = this.#answer(call, request, body);
      if (fault?.kind === 'lostAnswer') throw new Refusal(fault.code, 'injected', fault.status);
      response.setHeader('x-amzn-requestid', 'r');
      response.end(reply);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(call, error, response);
    }
  }

  #askedBy({ service, action }: Call, request: IncomingMessage, body: string): readonly Request[] {
    const description = descriptionIn(request, body);
    if (description !== undefined) return [askedOfDescription(description, this.resources)];
    if (service === 's3') return askedOfS3(request, this);
    if (service === 'states') return askedOfStates(action, body, this);
    return askedByQuery(service, body, this);
  }

  #answer({ service, action }: Call, request: IncomingMessage, body: string): string {
    const description = descriptionIn(request, body);
    if (description !== undefined) return described(description, this.resources);
    switch (service) {
      case 'iam': {
        const result = this.iam.answer(new URLSearchParams(body));
        return `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${action}Response>`;
      }
      case 'states':
        return JSON.stringify(this.states.answer(action, JSON.parse(body)));
      case 's3':
        return this.#s3(request, body);
      case 'cloudformation':
        return this.cloudFormation.answer(action, new URLSearchParams(body));
      case 'sns': {
        const published = new URLSearchParams(body);
        const message = { subject: published.get('Subject') ?? '', text: published.get('Message') ?? '' };
        refuseMessage(message);
        this.messages.push(message);
        return '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>';
      }
      case 'answer': {
        const path = request.url ?? '';
        const answers = this.answers.get(path) ?? [];
        const answer: Answer = JSON.parse(body);
        this.answers.set(path, [...answers, answer]);
        this.cloudFormation.end(path, answer.Status === 'SUCCESS', answer.PhysicalResourceId);
        return '';
      }
      default:
        throw new Refusal('InvalidAction', `the double does not know ${service}:${action}`, 400);
    }
  }

  /** One object with the bucket in the path; a list where the query asks for one. */
  #s3(request: IncomingMessage, body: string): string {
    const { url = '', method } = request;
    const { pathname, searchParams } = new URL(url, 'http://s3');
    const key = decodeURIComponent(pathname.slice(1));
    if (method === 'PUT') {
      this.objects.set(key, body);
      this.written.set(key, Date.now());
      return '';
    }
    if (searchParams.has('list-type')) {
      const bucket = key.replace(/\/$/, '');
      const prefix = `${bucket}/${searchParams.get('prefix') ?? ''}`;
      const keys = [...this.objects.keys()].filter((one) => one.startsWith(prefix)).toSorted();
      const contents = keys.map((one) => {
        const at = new Date(this.written.get(one) ?? Date.now()).toISOString();
        return `<Contents>${element('Key', one.slice(bucket.length + 1))}${element('LastModified', at)}</Contents>`;
      });
      return `<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`;
    }
    const content = this.objects.get(key);
    if (content !== undefined) return content;
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, Permissions
    const list = { action: 's3:ListBucket', resource: `arn:aws:s3:::${key.replace(/\/.*/s, '')}` };
    if (this.permissions.allows(callerOf(request), list))
      throw new Refusal('NoSuchKey', 'The specified key does not exist.', 404);
    throw new Refusal('AccessDenied', 'Access Denied', 403);
  }
}

/** Source: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
function refuseMessage({ subject, text }: Message): void {
  const invalid = (what: string) => new Refusal('InvalidParameter', `Invalid parameter: ${what}`, 400);
  if (text === '') throw invalid('Empty message');
  if (Buffer.byteLength(text) > 262_144) throw invalid('Message too long');
  if (!/^[!-~][ -~]{0,99}$/.test(subject)) throw invalid('Subject');
}

/** The access key that a request is signed with. */
function callerOf({ headers }: IncomingMessage): string {
  return /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
}

function callOf(request: IncomingMessage, body: string): Call {
  return { ...named(request, body), text: decodeURIComponent(`${request.url} ${body.replaceAll('%', '%25')}`) };
}

function named(request: IncomingMessage, body: string): Omit<Call, 'text'> {
  const description = descriptionIn(request, body);
  if (description !== undefined) return { service: description.service, action: description.action, role: '' };
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return { service: 'states', action: target.replace(/.*\./, ''), role: '' };
  if (request.url?.startsWith('/answer/')) return { service: 'answer', action: 'PUT', role: '' };
  if (request.method === 'PUT') return { service: 's3', action: 'PutObject', role: '' };
  if (request.method === 'GET') return { service: 's3', action: 'GetObject', role: '' };
  const parameters = new URLSearchParams(body);
  const action = parameters.get('Action') ?? '';
  if (/^(DescribeStack|GetTemplate$|ListExports$|ListStackResources$)/.test(action))
    return { service: 'cloudformation', action, role: '' };
  if (action === 'Publish') return { service: 'sns', action: 'Publish', role: '' };
  return { service: 'iam', action: parameters.get('Action') ?? '', role: roleOf(parameters) };
}

/** The services whose protocol is XML; the others have JSON. */
const XML: ReadonlySet<Call['service']> = new Set(['iam', 's3', 'sns', 'cloudformation', 'answer']);

function refuse({ service }: Call, { code, message, status }: Refusal, response: ServerResponse): void {
  response.statusCode = status;
  response.setHeader('x-amzn-requestid', 'r');
  if (!XML.has(service)) {
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end(JSON.stringify({ __type: code, message }));
    return;
  }
  const error = `<Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
  response.setHeader('content-type', 'text/xml');
  if (service === 's3') response.end(`<Error>${error}</Error>`);
  else
    response.end(`<ErrorResponse><Error><Type>Sender</Type>${error}</Error><RequestId>r</RequestId></ErrorResponse>`);
}
