import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readingStatement } from '../../src/integrations/sql.ts';

/** What a query's text certainly says; a wrong answer would make a policy too small. */

const READING: readonly (readonly [text: string, ...databases: readonly string[]])[] = [
  ['SELECT 1'],
  ['select * from orders'],
  ['(SELECT 1)'],
  ['SELECT * FROM "Sales"."Orders" LIMIT 1;', 'sales'],
  ['SELECT o.id, o.total FROM orders o WHERE o.id = 3 ORDER BY o.id, o.total'],
  ['SELECT o.id, c.name FROM sales.orders AS o JOIN crm.customers c ON o.c = c.id', 'crm', 'sales'],
  ['SELECT * FROM a, b.c', 'b'],
  ['SELECT * FROM a JOIN b ON a.x = b.x, c.d', 'c'],
  ['SELECT * FROM (a.b JOIN c.d ON true)', 'a', 'c'],
  ['SELECT * FROM (SELECT x, y FROM a.b) s, c.d', 'a', 'c'],
  ['WITH recent AS (SELECT * FROM sales.orders) SELECT r.id FROM recent r', 'sales'],
  ['SELECT x FROM t WHERE y IN (SELECT y FROM other.t2)', 'other'],
  ['SELECT * FROM t CROSS JOIN UNNEST(t.items) AS i(item), b.c', 'b', 't'],
  ['SELECT * FROM awsdatacatalog.sales.orders', 'sales'],
  ["SELECT 'insert into x; -- it''s' FROM t -- drop table t\n WHERE a = 1 /* delete */"],
  ['SELECT "update" FROM t'],
  ['-- DROP TABLE t\nSELECT 1'],
  ['VALUES (1, 2)'],
  // https://trino.io/docs/current/language/reserved.html: these four can be names.
  ['SELECT * FROM a AS window, c.d', 'c'],
  ['SELECT * FROM a limit, c.d LIMIT 10', 'c'],
  ['SELECT * FROM offset.t JOIN fetch.u ON true OFFSET 1 FETCH FIRST 1 ROW ONLY', 'fetch', 'offset'],
  ['SELECT sum(x) OVER w FROM a.b WINDOW w AS (PARTITION BY x), v AS (ORDER BY y)', 'a'],
  ['SELECT * FROM lateral.t', 'lateral'],
  ['SELECT * FROM a.b, LATERAL (SELECT * FROM c.d)', 'a', 'c'],
  ['SELECT 1 -- a\r\n FROM a.b', 'a'],
  ['SELECT * FROM awsdatacatalog.orders', 'awsdatacatalog'],
  ['EXPLAIN SELECT * FROM sales.orders', 'sales'],
];

const UNSURE: readonly string[] = [
  '',
  ';',
  'INSERT INTO t SELECT 1',
  'WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x',
  'CREATE TABLE t AS SELECT 1',
  "UNLOAD (SELECT 1) TO 's3://b/'",
  'MSCK REPAIR TABLE t',
  'EXECUTE prepared',
  'EXPLAIN ANALYZE INSERT INTO t SELECT 1',
  'SELECT 1; DROP TABLE t',
  '-- SELECT 1\nDROP TABLE t',
  '/* SELECT */ DROP TABLE t',
  'SELECT 1 /* without an end',
  "SELECT 'without an end",
  'SELECT "without an end',
  'SELECT * FROM ${Table}',
  "SELECT * FROM t WHERE d = '${Day}'",
  'SELECT * FROM hive.sales.orders',
  'SELECT * FROM "lambda:ddb"."default"."t"',
  "SELECT * FROM TABLE(system.query(query => 'x'))",
  "USING EXTERNAL FUNCTION f(x INT) RETURNS INT LAMBDA 'f' SELECT f(1)",
  'SELECT * FROM é.b',
  'SELECT 1)',
  'SELECT * FROM lateral.f(1)',
  'SELECT * FROM "unnest"(1)',
  'SELECT * FROM a.b -- a\r JOIN c.d ON true',
];

describe('a query’s text (athena/latest/ug/select.html, ddl-reference.html)', () => {
  for (const [text, ...databases] of READING) {
    it(`only reads: ${text}`, () => assert.deepEqual(readingStatement(text), { databases, allDatabases: false }));
  }

  for (const text of ['SHOW TABLES IN sales', 'DESCRIBE sales.orders', 'SELECT * FROM information_schema.tables']) {
    it(`may ask for every database: ${text}`, () => assert.equal(readingStatement(text)?.allDatabases, true));
  }

  for (const text of UNSURE) {
    it(`may do anything: ${text}`, () => assert.equal(readingStatement(text), undefined));
  }
});
