import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  areSiblings,
  endsIn,
  fieldsOf,
  isArnName,
  isInElement,
  isInMap,
  isTop,
  lastField,
  withMapValues,
} from '../../catalog/build/path.ts';

describe('the path of an argument', () => {
  it('has its fields, without lists and maps', () => {
    assert.deepEqual(fieldsOf('Config.Jobs[].Tags{}.Values[][]'), ['Config', 'Jobs', 'Tags', 'Values']);
    assert.equal(lastField('Config.Jobs[].JobIds[]'), 'JobIds');
  });

  it('is at the top where no other argument holds it', () => {
    assert.equal(isTop('JobIds[]'), true);
    assert.equal(isTop('Config.JobId'), false);
  });

  it('is in a map as a key, and below one', () => {
    assert.equal(isInMap('RequestItems{}'), true);
    assert.equal(isInMap('RequestItems{}.Keys[]'), true);
    assert.equal(isInMap('Keys[]'), false);
  });

  it('is in an element where a list is on the way to it, and not where it is the list', () => {
    assert.equal(isInElement('Jobs[].JobId'), true);
    assert.equal(isInElement('Jobs[][]'), true);
    assert.equal(isInElement('Jobs[]'), false);
    assert.equal(isInElement('Jobs{}.JobId'), false);
  });

  it('has siblings in the same structure', () => {
    assert.equal(areSiblings('Lists[].Name', 'Lists[].Arn'), true);
    assert.equal(areSiblings('Name', 'Arn'), true);
    assert.equal(areSiblings('Lists[].Name', 'Arn'), false);
  });

  it('ends in fields, and not in parts of one', () => {
    assert.equal(endsIn('Config.Jobs[].RoleArn', 'Jobs.RoleArn'), true);
    assert.equal(endsIn('Jobs{}.RoleArn', 'Jobs[].RoleArn'), true);
    assert.equal(endsIn('Config.TaskRoleArn', 'RoleArn'), false);
    assert.equal(endsIn('RoleArn', 'Config.RoleArn'), false);
  });

  it('names an ARN, or a list of them, by its last word', () => {
    for (const path of ['JobArn', 'JobArns[]', 'Job.Arn', 'JobArnList[]', 'SourceArNs[]'])
      assert.equal(isArnName(path), true, path);
    for (const path of ['JobId', 'JobArnList', 'JobArns{}', 'JobArns[][]', 'Arn.Name'])
      assert.equal(isArnName(path), false, path);
  });

  it("stands for a map's values", () => {
    assert.equal(withMapValues('Roles{}'), 'Roles{:}');
  });
});
