import type { State } from '../../asl/workflow.ts';
import { known, objectOf, unknownValue } from '../domain/construct.ts';
import type { Possible, Unknown } from '../domain/possible.ts';
import { textFromParts } from '../domain/text.ts';

/** What is known of the state machine and of an execution's start, before it starts. */
export interface Start {
  /** The execution's input. */
  readonly input: Possible;
  /** The parts of the machine's ARN; placeholders for unknown ones. */
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly name: string | undefined;
  readonly type: 'STANDARD' | 'EXPRESS' | undefined;
}

/**
 * The context object as a state sees it: `$$`, or `$states.context`. `item` is what is known of the item of the
 * enclosing inline Map.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
export function contextOf(state: State, start: Start, item: Possible | undefined): Possible {
  const at = (expression: string): Unknown =>
    unknownValue(expression, { state: '', reason: 'the context object tells it at run time' });
  // Children of a distributed Map run as `<machine>/<label>`, with an input of their own.
  const isChild = state.childOf !== undefined;
  const child = isChild ? [at('the name of the map run')] : [];
  const name = start.name ?? at('the name of the state machine');
  const arn = (type: string): readonly string[] => [
    `arn:${start.partition}:states:${start.region}:${start.account}:${type}:`,
  ];
  const machineName = textFromParts([name, ...child]);
  const type = state.childOf ?? start.type;
  const executions = type === undefined ? [at('execution or express')] : [];
  const executionArn =
    type === undefined
      ? [`arn:${start.partition}:states:${start.region}:${start.account}:`, ...executions]
      : arn(type === 'EXPRESS' ? 'express' : 'execution');
  const roleArn = textFromParts([`arn:${start.partition}:iam::${start.account}:role/`, at('$$.Execution.RoleArn')]);
  return record(
    {
      Execution: record(
        {
          Id: textFromParts([
            ...executionArn,
            ...(type === undefined ? [] : [name, ...child, ':', at('$$.Execution.Id')]),
          ]),
          Input: isChild ? at('$$.Execution.Input') : start.input,
          Name: at('$$.Execution.Name'),
          RoleArn: roleArn,
          StartTime: at('$$.Execution.StartTime'),
        },
        at('$$.Execution'),
      ),
      State: record({ Name: known(state.name, state.path) }, at('$$.State')),
      StateMachine: record(
        { Id: textFromParts([...arn('stateMachine'), name, ...child]), Name: machineName },
        at('$$.StateMachine'),
      ),
      ...(item === undefined
        ? {}
        : { Map: record({ Item: record({ Value: item }, at('$$.Map.Item')) }, at('$$.Map')) }),
    },
    at('$$'),
  );
}

function record(fields: Readonly<Record<string, Possible>>, rest: Unknown): Possible {
  return objectOf(new Map(Object.entries(fields)), rest);
}
