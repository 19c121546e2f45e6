/** Begins an optimized integration: `npm run new-integration -- acme startJob`. Writes its three places, and says what comes next. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { integrationModule, withCase, withIndexLine } from './integration.ts';

const INDEX = 'src/integrations/index.ts';
const CASES = 'test/conformance/apis.ts';

const [service = '', api = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*$/.test(service) || !/^[a-z][A-Za-z0-9]*$/.test(api)) {
  console.error('usage: npm run new-integration -- SERVICE API, as a task’s Resource spells them: acme startJob');
  process.exit(2);
}
const integration = { service, api };
const module = `src/integrations/${service}.ts`;
if (existsSync(module)) {
  console.error(`${module} is there already: add the API to its table, and a row to ${CASES}`);
  process.exit(1);
}
const index = withIndexLine(readFileSync(INDEX, 'utf8'), integration);
const cases = withCase(readFileSync(CASES, 'utf8'), integration);
writeFileSync(module, integrationModule(integration));
writeFileSync(INDEX, index);
writeFileSync(CASES, cases);
console.log(`${module}: the request on any resource. Write what the page says of resources, roles, polling, events and cancelling.
${INDEX}: one line.
${CASES}: a row. Write it from the page, not from the table.
Then: node_modules/.bin/node --test test/conformance/*.test.ts (seconds), and npm test.`);
