import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FACT_TYPES } from '../../src/template/facts/types.ts';
import { CURATED_TYPES } from '../../src/template/resources.ts';
import { registryType } from '../../src/template/resourceTypes.ts';
import { TERRAFORM_TYPES, typeRow } from '../../src/terraform/translate/types.ts';

/** CloudFormation's types that the AWS provider has no resource for, or whose facts stand elsewhere. */
const WITHOUT = [
  // The provider's table has its replicas in aws_dynamodb_table.
  'AWS::DynamoDB::GlobalTable',
];

const translated = new Set(TERRAFORM_TYPES.map((type) => typeRow(type)?.type));

describe("the table of the AWS provider's types", () => {
  it('has a type for each of CloudFormation that facts are read of', () => {
    const missing = FACT_TYPES.filter(
      (type) => !translated.has(type) && !type.startsWith('AWS::Serverless::') && !WITHOUT.includes(type),
    );
    assert.deepEqual(missing, []);
  });

  it('names types and attributes that CloudFormation has', () => {
    for (const name of TERRAFORM_TYPES) {
      const row = typeRow(name);
      const type = registryType(row?.type ?? '');
      assert.ok(type, `${name}: ${row?.type}`);
      for (const [attribute, means] of Object.entries(row?.attributes ?? {})) {
        // A revision is a part of the ARN, and none of its attributes.
        if (means === '' || means.includes('{') || means === 'Revision') continue;
        assert.ok(type.attributes.includes(means), `${name}.${attribute}: ${row?.type} has no attribute ${means}`);
      }
    }
  });

  it('has most of the types whose names and ARNs templates are read for', () => {
    const missing = CURATED_TYPES.filter((type) => !translated.has(type) && !type.startsWith('AWS::Serverless::'));
    assert.deepEqual(missing, [
      'AWS::DataBrew::Job',
      'AWS::DynamoDB::GlobalTable',
      'AWS::MediaConvert::JobTemplate',
      'AWS::Scheduler::Schedule',
    ]);
  });
});
