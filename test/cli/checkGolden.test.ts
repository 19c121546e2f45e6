import { describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { checkGolden, LOOKS } from './golden.ts';

describe('what rolefit check prints', () => {
  const cases: readonly (readonly [name: string, args: readonly string[]])[] = [
    ['check-template', ['test/cli/fixtures/check.yaml']],
    ['check-exact', ['test/cli/fixtures/check-exact.yaml']],
    ['check-unchecked', ['test/cli/fixtures/check-unchecked.yaml']],
    [
      'check-policy',
      [
        'test/cli/fixtures/check-policy.asl.json',
        '--policy',
        'test/cli/fixtures/check-policy.json',
        ...['--region', 'eu-west-1', '--account', '111122223333'],
      ],
    ],
  ];
  for (const [name, args] of cases) {
    for (const look of LOOKS) {
      it(`${name}, ${look.columns ?? 'piped'}${look.colour ? ', in colour' : ''}`, () =>
        checkGolden(name, runCheck, args, look));
    }
  }
});
