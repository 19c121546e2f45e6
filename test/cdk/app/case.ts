import type { Stack } from 'aws-cdk-lib';
import {
  type IChainable,
  IntegrationPattern,
  JsonPath,
  type QueryLanguage,
  type State,
  type StateMachineProps,
} from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/** A construct of the CDK with the state machines that a stack has of it. */
export interface Case {
  /** As aws-cdk-lib exports it. */
  readonly construct: string;
  /** Makes what the state machines share, and says what they are. */
  readonly machines: (stack: Stack) => readonly Machine[];
}

/** One state machine with one state that acts. */
export interface Machine {
  /** What is special about it, in words: `an encrypted queue`. */
  readonly variant: string;
  readonly pattern: IntegrationPattern;
  readonly language: `${QueryLanguage}`;
  readonly chain: (scope: Construct) => IChainable;
  readonly settings?: Omit<StateMachineProps, 'definitionBody'>;
}

/** What a variant's properties may depend on. */
export interface Setting {
  readonly pattern: IntegrationPattern;
  readonly language: `${QueryLanguage}`;
  /** An expression: this field of the execution's input. */
  readonly fromInput: (field: string) => string;
  /** What a task with a callback passes on. */
  readonly token: string;
  /** The same as a list: the value of a header. */
  readonly tokens: string | readonly string[];
}

type Variants<P> = Readonly<Record<string, (setting: Setting) => P>>;

/** A class of tasks. Its `jsonata` takes the same properties, without those of JSONPath. */
interface TaskClass<P> {
  new (scope: Construct, id: string, props: P): State & IChainable;
  jsonata?(scope: Construct, id: string, props: P): State & IChainable;
}

/** A class of tasks, each variant in each of its integration patterns and in both query languages. */
export function task<P extends object>(
  TaskClass: TaskClass<P>,
  variants: (stack: Stack) => Variants<P>,
  patterns: readonly IntegrationPattern[] = patternsOf(TaskClass),
): Case {
  const machines = (stack: Stack) =>
    Object.entries(variants(stack)).flatMap(([variant, propsOf]) =>
      patterns.flatMap((pattern) =>
        LANGUAGES.filter((language) => language === 'JSONPath' || TaskClass.jsonata !== undefined).map(
          (language): Machine => ({
            variant,
            pattern,
            language,
            chain: (scope) => {
              const props = { ...propsOf(settingOf(pattern, language)), ...ofPattern(TaskClass, pattern) };
              if (language === 'JSONPath') return new TaskClass(scope, 'Task', props);
              return TaskClass.jsonata?.(scope, 'Task', props) ?? new TaskClass(scope, 'Task', props);
            },
          }),
        ),
      ),
    );
  return { construct: exportedAs(TaskClass), machines };
}

/** State machines of which each is a variant of its own. */
export function variantsOf(
  construct: string,
  variants: (stack: Stack) => Readonly<Record<string, Pick<Machine, 'chain' | 'settings'> & Partial<Machine>>>,
): Case {
  const machines = (stack: Stack) =>
    Object.entries(variants(stack)).map(
      ([variant, machine]): Machine => ({
        variant,
        pattern: IntegrationPattern.REQUEST_RESPONSE,
        language: 'JSONPath',
        ...machine,
      }),
    );
  return { construct, machines };
}

/** Decorators give some classes another name. */
function exportedAs(TaskClass: object): string {
  const found = Object.entries(tasks).find(([, exported]) => exported === TaskClass);
  if (found === undefined) throw new Error(`aws-stepfunctions-tasks does not export ${String(TaskClass)}`);
  return found[0];
}

const LANGUAGES = ['JSONPath', 'JSONata'] as const;

/** Most classes have a private list of their integration patterns; the others know one. */
function patternsOf(TaskClass: object): readonly IntegrationPattern[] {
  const patterns: unknown = Reflect.get(TaskClass, 'SUPPORTED_INTEGRATION_PATTERNS');
  if (!Array.isArray(patterns)) return [IntegrationPattern.REQUEST_RESPONSE];
  return Object.values(IntegrationPattern).filter((pattern) => patterns.includes(pattern));
}

/** Classes without a choice refuse the property; some with one wait for the job unless it says otherwise. */
function ofPattern(TaskClass: object, pattern: IntegrationPattern): { integrationPattern?: IntegrationPattern } {
  const isOther = pattern !== IntegrationPattern.REQUEST_RESPONSE;
  return isOther || Reflect.has(TaskClass, 'SUPPORTED_INTEGRATION_PATTERNS') ? { integrationPattern: pattern } : {};
}

export function settingOf(pattern: IntegrationPattern, language: `${QueryLanguage}`): Setting {
  const isJsonPath = language === 'JSONPath';
  const token = '{% $states.context.Task.Token %}';
  return {
    pattern,
    language,
    fromInput: (field) => (isJsonPath ? JsonPath.stringAt(`$.${field}`) : `{% $states.input.${field} %}`),
    token: isJsonPath ? JsonPath.taskToken : token,
    tokens: isJsonPath ? JsonPath.array(JsonPath.taskToken) : [token],
  };
}
