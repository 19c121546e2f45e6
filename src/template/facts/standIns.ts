import { isArray, isObject, type Json } from '../../asl/json.ts';
import type { StatedFacts } from '../../facts/fact.ts';
import { own } from '../../own.ts';
import { propertiesOf, resourceTypeOf } from '../read.ts';
import { alternativesOf, type Truths } from './alternatives.ts';
import { namesFor } from './carry.ts';
import { combinedFacts, isEmptyFacts } from './combine.ts';
import { type FactContext, writtenText } from './context.ts';
import { part } from './row.ts';

/** Texts that stand for resources of the template: what a condition chooses, versions and aliases of state machines. */

interface StandIn {
  readonly text: string;
  /** What it may stand for. */
  readonly choices: readonly { readonly text: string; readonly truths: Truths }[];
}

/**
 * What is stated of all resources that a text may stand for, under the names that the text gives them. `placeholders`
 * are those of the definitions.
 */
export function standInFacts(
  stated: readonly StatedFacts[],
  placeholders: readonly string[],
  context: FactContext,
): readonly StatedFacts[] {
  let all = stated;
  for (const standIns of [conditionals(placeholders, context), versions(context), aliases(context)]) {
    all = [...all, ...standIns.flatMap((each) => factsFor(each, all, context))];
  }
  return all.slice(stated.length);
}

function factsFor(
  { text: to, choices }: StandIn,
  stated: readonly StatedFacts[],
  context: FactContext,
): readonly StatedFacts[] {
  const [first, ...others] = choices.map(({ text, truths }) => {
    const froms = [text, writtenText(text, context)];
    const texts = new Map(froms.map((from) => [from, [to]] as const));
    const named = stated.flatMap((each) => namesFor(each.resource, texts).map((name) => [name, each] as const));
    return { truths, byName: new Map(named) };
  });
  if (first === undefined) return [];
  return [...first.byName].flatMap(([resource, one]): readonly StatedFacts[] => {
    const rest = others.flatMap(({ byName, truths }) => {
      const other = byName.get(resource);
      return other === undefined ? [] : [{ ...other, truths }];
    });
    if (rest.length < others.length) return [];
    const facts = combinedFacts([{ facts: one.facts, truths: first.truths }, ...rest], context);
    const place = [...new Set([one, ...rest].map((each) => each.place))].join(', ');
    return isEmptyFacts(facts) ? [] : [{ resource, facts, source: 'template', place }];
  });
}

/** `Fn::If` whose condition only the deployment knows. */
function conditionals(placeholders: readonly string[], { resolver }: FactContext): readonly StandIn[] {
  return placeholders.flatMap((text) => {
    const intrinsic = resolver.placeholder(text)?.intrinsic;
    if (!isObject(intrinsic) || own(intrinsic, 'Fn::If') === undefined) return [];
    const choices = (alternativesOf(intrinsic, resolver, new Map()) ?? []).flatMap(({ value, truths }) =>
      typeof value === 'string' ? [{ text: value, truths }] : [],
    );
    return choices.length === 0 ? [] : [{ text, choices }];
  });
}

/**
 * A version has the key and the type of its state machine.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachineversion.html
 */
function versions(context: FactContext): readonly StandIn[] {
  return ofType('AWS::StepFunctions::StateMachineVersion', context, (properties) => [
    own(properties, 'StateMachineArn') ?? '',
  ]);
}

/**
 * An alias routes to versions of one state machine.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachinealias.html
 */
function aliases(context: FactContext): readonly StandIn[] {
  return ofType('AWS::StepFunctions::StateMachineAlias', context, (properties) => {
    const preferred = part(own(properties, 'DeploymentPreference'), 'StateMachineVersionArn');
    const routes = own(properties, 'RoutingConfiguration');
    return [
      ...(preferred === undefined ? [] : [preferred]),
      ...(isArray(routes) ? routes.map((route) => part(route, 'StateMachineVersionArn') ?? '') : []),
    ];
  });
}

function ofType(
  type: string,
  { template, resolver }: FactContext,
  targets: (properties: ReturnType<typeof propertiesOf>) => readonly Json[],
): readonly StandIn[] {
  return Object.entries(template.resources).flatMap(([id, resource]) => {
    if (resourceTypeOf(resource) !== type) return [];
    const text = resolver.resolve({ Ref: id });
    const choices = targets(propertiesOf(resource)).flatMap((target) => {
      const known = resolver.resolve(target);
      return typeof known === 'string' ? [{ text: known, truths: NO_TRUTHS }] : [];
    });
    return typeof text === 'string' && choices.length > 0 ? [{ text, choices }] : [];
  });
}

const NO_TRUTHS: Truths = new Map();
