import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { granted } from '../support/sdk.ts';

/** Statements of which a part is known: amazondynamodb/latest/developerguide/ql-iam.html */

const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/';
const ANY = Object.fromEntries(
  ['Delete', 'Insert', 'Select', 'Update'].map((verb) => [`dynamodb:PartiQL${verb}`, [`${TABLE}*`]]),
);

describe('a statement of PartiQL with a part that only a run tells', () => {
  for (const [statement, verb, ...tables] of [
    ['SELECT * FROM "orders-{}" WHERE id = ?', 'Select', 'orders-*'],
    ['SELECT * FROM orders-{}', 'Select', 'orders-*'],
    // A quotation mark in the text may end the name.
    ['SELECT * FROM "orders-{}-new"', 'Select', 'orders-*'],
    ['SELECT * FROM "orders" WHERE id = {}', 'Select', 'orders'],
    ['SELECT * FROM "orders"."by-day" {}', 'Select', 'orders/index/by-day'],
    ['SELECT * FROM "orders" {}', 'Select', 'orders', 'orders/index/*'],
    ['SELECT {} FROM "orders"', 'Select', '*'],
    ['UPDATE "orders" SET {}', 'Update', 'orders'],
    ['update {}', 'Update', '*'],
    ['INSERT INTO "orders" VALUE {}', 'Insert', 'orders'],
    ['DELETE FROM "orders-{}" WHERE id = 1', 'Delete', 'orders-*'],
  ] as const) {
    it(`${statement} needs ${verb} on ${tables.join(', ')}`, async () => {
      const format = `States.Format('${statement}', $.x)`;
      assert.deepEqual(await granted('dynamodb:executeStatement', { 'Statement.$': format }), {
        [`dynamodb:PartiQL${verb}`]: tables.map((table) => TABLE + table),
      });
    });
  }

  it('needs anything where its start isn’t known', async () => {
    for (const text of ['{} FROM "orders"', 'SEL{}']) {
      assert.deepEqual(
        await granted('dynamodb:executeStatement', { 'Statement.$': `States.Format('${text}', $.x)` }),
        ANY,
      );
    }
  });
});
