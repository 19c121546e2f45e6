import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { escapeXml, Iam, roleOf } from './iam.ts';
import { Refusal } from './refusal.ts';

/**
 * An embedded AWS on loopback that speaks the services' own HTTP protocols: IAM (query), Step Functions (JSON), S3
 * (REST), and the URL that CloudFormation gives for answers.
 */

export interface Call {
  readonly service: 'iam' | 'states' | 's3' | 'answer';
  readonly action: string;
  /** The role that it is about, as far as the request says; else empty. */
  readonly role: string;
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

export class EmbeddedAws {
  readonly iam = new Iam();
  /** ARN → what DescribeStateMachine says. */
  readonly stateMachines = new Map<string, object>();
  /** `bucket/key` → content. */
  readonly objects = new Map<string, string>();
  /** Path of the response URL → the answers that arrived there. */
  readonly answers = new Map<string, Answer[]>();
  readonly calls: Call[] = [];
  /** Asked before each request. */
  fault: (call: Call) => Fault | undefined = () => undefined;
  endpoint = '';
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no address');
    this.endpoint = `http://127.0.0.1:${address.port}`;
    return this;
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const call = callOf(request, body);
    this.calls.push(call);
    const fault = this.fault(call);
    if (fault?.kind === 'silence') return;
    try {
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

  #answer({ service, action }: Call, request: IncomingMessage, body: string): string {
    switch (service) {
      case 'iam': {
        const result = this.iam.answer(new URLSearchParams(body));
        return `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${action}Response>`;
      }
      case 'states': {
        const { stateMachineArn } = JSON.parse(body);
        const found = this.stateMachines.get(stateMachineArn);
        if (!found)
          throw new Refusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`, 400);
        return JSON.stringify({ stateMachineArn, ...found });
      }
      case 's3': {
        const key = decodeURIComponent((request.url ?? '').slice(1).replace(/\?.*$/, ''));
        const content = this.objects.get(key);
        if (content === undefined) throw new Refusal('NoSuchKey', 'The specified key does not exist.', 404);
        return content;
      }
      case 'answer': {
        const path = request.url ?? '';
        const answers = this.answers.get(path) ?? [];
        this.answers.set(path, [...answers, JSON.parse(body)]);
        return '';
      }
    }
  }
}

function callOf(request: IncomingMessage, body: string): Call {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return { service: 'states', action: target.replace(/.*\./, ''), role: '' };
  if (request.method === 'PUT') return { service: 'answer', action: 'PUT', role: '' };
  if (request.method === 'GET') return { service: 's3', action: 'GetObject', role: '' };
  const parameters = new URLSearchParams(body);
  return { service: 'iam', action: parameters.get('Action') ?? '', role: roleOf(parameters) };
}

function refuse({ service }: Call, { code, message, status }: Refusal, response: ServerResponse): void {
  response.statusCode = status;
  response.setHeader('x-amzn-requestid', 'r');
  if (service === 'states') {
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
