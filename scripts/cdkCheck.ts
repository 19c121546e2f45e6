/**
 * Checks the roles that the CDK makes and writes docs/cdk-check.md: `npm run cdk:check`. Fails where a difference has no
 * judgement in test/cdk/judgements, and where a judgement is about none.
 */
import { writeFileSync } from 'node:fs';
import packageJson from '../package.json' with { type: 'json' };
import { cdkCheck, PAGE } from '../test/cdk/page.ts';

const { page, faults } = await cdkCheck(packageJson.devDependencies['aws-cdk-lib']);
writeFileSync(PAGE, page);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
