import { DefinitionError } from '../asl/error.ts';
import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import { formatArn, parseArn } from '../iam/arn.ts';
import { own } from '../own.ts';
import { type FactName, NO_KEY, type ResourceFacts } from './fact.ts';
import { SHORT_KEY, type ValueForm } from './forms.ts';
import { FACT_SUBJECTS, type FactSubject, factSubjectOf, OPEN_PLACE } from './types.ts';

/** Reads what people state of one resource, in a file or in the custom resource's property. */

/** What is wrong with a resource's name as the subject of facts; undefined if nothing is. */
function resourceProblem(resource: string): string | undefined {
  if (factSubjectOf(resource) !== undefined) return undefined;
  const arn = parseArn(resource);
  if (arn === undefined) {
    return 'is no ARN, no pattern of ARNs and no ${Placeholder} for one; write it like arn:aws:sqs:eu-west-1:111122223333:orders';
  }
  const forms = FACT_SUBJECTS.flatMap(({ form }) => {
    const example = parseArn(form);
    return example === undefined ? [] : [{ form, service: example.service, start: startOf(example.resource) }];
  });
  const ofService = forms.filter(({ service }) => service === arn.service);
  if (ofService.length > 0) {
    const alike = ofService.filter(({ start }) => start !== '' && start === startOf(arn.resource));
    const wanted = (alike.length > 0 ? alike : ofService).map(({ form }) => form).join(' or ');
    return `names no resource that has facts; write ${wanted}, with * for any partition, Region, account or part of a name`;
  }
  const services = [...new Set(forms.map(({ service }) => service))].toSorted().join(', ');
  return `is of a service whose resources have no facts; those of ${services} have some`;
}

/** `role` of `role/NAME`; empty where the name is all. */
function startOf(resource: string): string {
  return /^([a-z-]+)[/:]/i.exec(resource)?.[1] ?? '';
}

/** What is wrong with a fact; undefined if nothing is. */
export function factProblem(
  resource: string,
  { name, fields }: FactSubject,
  field: string,
  value: Json,
): string | undefined {
  const form = own<ValueForm>(fields, field);
  if (form === undefined) {
    return `field ${field}: ${name} has no such field; it has ${Object.keys(fields).join(', ')}`;
  }
  const wrong = valueProblem(form, value);
  if (wrong !== undefined) return `field ${field}: ${wrong}`;
  if (field === 'key' && typeof value === 'string' && SHORT_KEY.test(value) && OPEN_PLACE.test(resource)) {
    return `field key: ${quotedValue(value)} has no Region and no account, nor does the resource name both; write the ARN`;
  }
  return undefined;
}

/** One entry of a facts file. Throws DefinitionError as parseFacts does. */
export function factsFrom(resource: string, entry: Json): ResourceFacts {
  const wrong = resourceProblem(resource);
  const type = factSubjectOf(resource);
  if (type === undefined) throw factsError(resource, wrong ?? 'has no facts');
  const fields = Object.keys(type.fields).join(', ');
  if (entry !== null && !isObject(entry)) {
    throw factsError(resource, `${quotedValue(entry)} is no object of facts; ${type.name} can have ${fields}`);
  }
  const stated = Object.entries(entry ?? {});
  if (entry === null || stated.length === 0) {
    throw factsError(resource, `states no fact; write one or leave it out: ${type.name} can have ${fields}`);
  }
  for (const [field, value] of stated) {
    const invalid = factProblem(resource, type, field, value);
    if (invalid !== undefined) throw factsError(resource, invalid);
  }
  return resourceFacts(resource, entry);
}

/** The facts of an entry whose values have their forms. */
function resourceFacts(resource: string, entry: JsonObject): ResourceFacts {
  const text = (name: FactName) => {
    const value = own(entry, name);
    return typeof value === 'string' ? value : undefined;
  };
  const [key, path, secret, output, type] = [text('key'), text('path'), text('secret'), text('output'), text('type')];
  const [roles, models] = [texts(own(entry, 'roles')), texts(own(entry, 'models'))];
  const enforced = own(entry, 'enforced');
  return {
    ...(key === undefined ? {} : { key: wholeKey(resource, key) }),
    ...(roles === undefined ? {} : { roles }),
    ...(path === undefined ? {} : { path }),
    ...(secret === undefined ? {} : { secret }),
    ...(output === undefined ? {} : { output }),
    ...(typeof enforced === 'boolean' ? { enforced } : {}),
    ...(type === 'STANDARD' || type === 'EXPRESS' ? { type } : {}),
    ...(models === undefined ? {} : { models }),
  };
}

function texts(value: Json | undefined): readonly string[] | undefined {
  return isArray(value) ? value.flatMap((item) => (typeof item === 'string' ? [item] : [])) : undefined;
}

/**
 * A key as an ARN. AWS managed keys need no permission, so they are none.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key (alias/aws/…)
 */
function wholeKey(resource: string, key: string): string {
  if (/^(?:arn:.*:)?alias\/aws\//.test(key)) return NO_KEY;
  const arn = parseArn(resource);
  if (!SHORT_KEY.test(key) || arn === undefined) return key;
  return formatArn({ ...arn, service: 'kms', resource: key.startsWith('alias/') ? key : `key/${key}` });
}

function valueProblem(form: ValueForm, value: Json): string | undefined {
  if (value === null) return `has no value; write ${form.wanted}`;
  switch (form.kind) {
    case 'text':
      return typeof value === 'string' && form.forms.some((each) => each.test(value)) ? undefined : not(value, form);
    case 'choice':
      return typeof value === 'string' && form.choices.includes(value) ? undefined : not(value, form);
    case 'flag':
      return typeof value === 'boolean' ? undefined : not(value, form);
    case 'list': {
      if (!isArray(value)) return not(value, form);
      if (value.length < form.least) return `the list is empty; write ${form.wanted}`;
      const wrong = value.find((item) => typeof item !== 'string' || !form.items.some((each) => each.test(item)));
      return wrong === undefined ? undefined : not(wrong, form);
    }
  }
}

function not(value: Json, { wanted }: ValueForm): string {
  return `${quotedValue(value)} is not valid; write ${wanted}`;
}

export function quotedValue(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

export function factsError(resource: string, what: string): DefinitionError {
  return new DefinitionError({}, resource === '' ? what : `${resource}: ${what}`);
}
