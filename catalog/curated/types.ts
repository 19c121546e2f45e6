/** Which of an action's resource types an operation is about, where its arguments do not tell. */
import type { ResourcePattern } from '../../src/sdk/pattern.ts';
import { arnPattern, rule } from './write.ts';

const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference';

/**
 * Editions of a service that share a prefix and the names of actions, but not the resources. The data has both editions'
 * formats under one type's name, such as a bot of Amazon Lex; these pages keep them apart.
 */
export interface EditionRow {
  readonly services: readonly string[];
  /** The actions, all but those: */
  readonly except?: RegExp;
  /** Are the edition's types those whose ARN, without the names, matches, or the others? */
  readonly types: { readonly kind: 'matching' | 'others'; readonly arn: RegExp };
  readonly source: string;
}

const LEX_V1 = /:(bot|intent|slottype|bot-channel):/;

export const EDITIONS: readonly EditionRow[] = [
  {
    services: ['lexmodelbuildingservice', 'lexruntimeservice'],
    types: { kind: 'matching', arn: LEX_V1 },
    source: `${REFERENCE}/list_amazonlex.html`,
  },
  {
    services: ['lexmodelsv2', 'lexruntimev2'],
    types: { kind: 'others', arn: LEX_V1 },
    source: `${REFERENCE}/list_amazonlexv2.html`,
  },
  {
    services: ['greengrass'],
    types: { kind: 'matching', arn: /:\/greengrass\// },
    source: `${REFERENCE}/list_awsiotgreengrass.html`,
  },
  {
    // The second edition has the first one's things and none of its groups. What it tags may be of a type that is not listed.
    services: ['greengrassv2'],
    except: /Resource$/,
    types: { kind: 'others', arn: /:\/greengrass\/(?!things\/)/ },
    source: `${REFERENCE}/list_awsiotgreengrassv2.html`,
  },
];

/**
 * Types that stand for all others of an action where it has one of them: prefix → types. An access point of Amazon S3 is
 * named by its ARN, where the bucket's name would stand.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-service-api-support.html
 */
export const PREFERRED_TYPES: Readonly<Record<string, readonly string[]>> = { s3: ['bucket', 'object'] };

/**
 * Operations that are asked for every resource that they make on their way, such as an instance's volumes, also where no
 * argument names one.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances
 */
export const MADE_ON_THE_WAY: Readonly<Record<string, RegExp>> = {
  ec2: /^(Create|Run|Request|Restore|Copy|Import|Register|Allocate|Provision)/,
};

/** An argument that names a resource of any of the action's types, so that a rule finds it, and none is bound. */
export interface AnyTypeRow {
  readonly service: string;
  readonly argument: string;
  readonly on: readonly ResourcePattern[];
  /** What some operations need besides: operation → resources. */
  readonly also: Readonly<Record<string, readonly ResourcePattern[]>>;
  readonly source: string;
}

export const ANY_TYPE: readonly AnyTypeRow[] = [
  {
    service: 'bedrockruntime',
    argument: 'ModelId',
    on: [rule('bedrockModel')],
    also: { StartAsyncInvoke: [arnPattern`arn:$p:bedrock:$r:$a:async-invoke/*`] },
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html',
  },
];
