import { isObject, type Json, type JsonObject } from '../../../asl/json.ts';
import type { State } from '../../../asl/workflow.ts';
import { known, listOf, objectOf, unknownValue } from '../../domain/construct.ts';
import { join, mapOptions } from '../../domain/join.ts';
import { itemsIn, withField } from '../../domain/parts.ts';
import type { Possible } from '../../domain/possible.ts';
import { type Entered, effectiveInput, filtered, type InnerInput, templateValue } from '../entered.ts';

/**
 * What an iteration starts with: the result of `ItemSelector`, or the item without it. `Parameters` is its older name.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemselector.html
 */
export function itemInput(entered: Entered): InnerInput {
  const effective = effectiveInput(entered);
  const item = itemOf(effective, entered);
  const { ItemSelector: newer, Parameters: older, ItemBatcher: batcher } = entered.state.json;
  const selector = newer ?? older;
  const input = selector === undefined ? item : selected(selector, item, effective, entered);
  return { input: isObject(batcher) ? batchOf(batcher, input, effective, entered) : input, item };
}

function selected(selector: Json, item: Possible, effective: Possible, entered: Entered): Possible {
  const scope = entered.scopeWith(effective);
  return templateValue(selector, { ...scope, context: () => withItem(scope.context(), item) }, entered);
}

function withItem(context: Possible, item: Possible): Possible {
  const rest = unknownValue('$$.Map.Item');
  const map = objectOf(new Map([['Item', objectOf(new Map([['Value', item]]), rest)]]), rest);
  return mapOptions(context, (option) => withField(option, 'Map', map));
}

function itemOf(effective: Possible, entered: Entered): Possible {
  const { json, path } = entered.state;
  if (json['ItemReader'] !== undefined) {
    return unknownValue('the items', { state: path, reason: 'what ItemReader reads' });
  }
  return mapOptions(itemsOfMap(effective, entered), (items) => {
    const each = itemsIn(items);
    if (each !== undefined) return join(each);
    // The items of a Map over an object have a form of their own.
    return items.kind === 'unknown' ? items : unknownValue('the items', { state: path, reason: 'no list' });
  });
}

function itemsOfMap(effective: Possible, entered: Entered): Possible {
  const { json, language } = entered.state;
  if (language === 'JSONPath') return filtered('ItemsPath', effective, entered);
  const items = json['Items'];
  return items === undefined ? effective : templateValue(items, entered.scopeWith(effective), entered);
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
function batchOf(batcher: JsonObject, item: Possible, effective: Possible, entered: Entered): Possible {
  const fields = new Map<string, Possible>([['Items', listOf(item)]]);
  const input = batcher['BatchInput'];
  if (input !== undefined) fields.set('BatchInput', templateValue(input, entered.scopeWith(effective), entered));
  return objectOf(fields);
}

/** The result of a Map; `output` is what its iterations end with, undefined if none succeeds. */
export function mapResult(state: State, output: Possible | undefined): Possible {
  const { json, path } = state;
  // A Map that writes its results to S3 returns their location.
  if (json['ResultWriter'] !== undefined) {
    return unknownValue('the result', { state: path, reason: 'ResultWriter writes the results elsewhere' });
  }
  if (toleratesFailures(json)) {
    return unknownValue('the result', { state: path, reason: 'iterations that failed may have results as well' });
  }
  // There may be no items at all, even if no iteration succeeds.
  return output === undefined ? known([], path) : listOf(output);
}

/**
 * What the results of a Map contain for a failed iteration is undocumented.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html#maprun-fail-threshold
 */
function toleratesFailures(json: JsonObject): boolean {
  return Object.keys(json).some((name) => name.startsWith('ToleratedFailure'));
}
