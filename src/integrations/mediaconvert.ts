import type { Conditions, Doubt, Resource } from '../grants/grant.ts';
import { argument, type CallContext, type Integration, type ResourceSpec } from '../grants/integration.ts';
import { arn } from '../grants/resources.ts';
import { call, cancel, conditional, events, ifGiven, passRole, poll } from '../grants/rows.ts';
import { at, itemsOf, mayBePresent, type Value } from '../values/domain/value.ts';

const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html';
const REFERENCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediaconvert.html';
const JOBS = arn('mediaconvert', 'jobs/*');

/** Step Functions tags each job, and the page allows these two on jobs with that tag alone. */
const OWN_JOBS: Conditions = { StringEquals: { 'aws:ResourceTag/ManagedByService': ['AWSStepFunctions'] } };
const ownJobs = () => OWN_JOBS;

/**
 * AWS Elemental MediaConvert. The page prints every queue, job template and preset of the account; what the call names
 * is enough, except where a job template names others.
 */
export const mediaconvert: Integration = {
  service: 'mediaconvert',
  page: PAGE,
  apis: {
    createJob: {
      patterns: ['requestResponse', 'sync'],
      grants: [
        call('mediaconvert:CreateJob', [queue, hopQueues]),
        ifGiven('JobTemplate', call('mediaconvert:CreateJob', named('jobTemplates', 'JobTemplate'))),
        ifGiven(
          'JobTemplate',
          conditional(
            'the job template names another queue or a preset',
            'https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobtemplates.html',
            call('mediaconvert:CreateJob', [arn('mediaconvert', 'queues/*'), arn('mediaconvert', 'presets/*')]),
          ),
        ),
        call('mediaconvert:CreateJob', presets),
        {
          ...call('mediaconvert:CreateJob', arn('mediaconvert', 'presets/*')),
          when: (context) => !mayBePresent(argument(context, 'JobTemplate')),
          doubt: otherPresets,
        },
        { ...call('mediaconvert:TagResource', JOBS), doubt: tagging },
        ...passRole('Role', 'mediaconvert.amazonaws.com'),
        { ...poll('mediaconvert:GetJob', JOBS), conditions: ownJobs },
        { ...cancel('mediaconvert:CancelJob', JOBS), conditions: ownJobs },
        events('StepFunctionsGetEventsForMediaConvertJobRule'),
      ],
    },
  },
};

/** A queue, template or preset by its name or its ARN: all are the account's own. */
function named(type: string, field: string): ResourceSpec {
  return arn('mediaconvert', `${type}/{${field}}`, { orArn: field, ownAccount: true });
}

const QUEUE = named('queues', 'Queue');
const DEFAULT_QUEUE = arn('mediaconvert', 'queues/Default');

/**
 * The queue of the job; without one, that of its template or else the default queue.
 *
 * Source: https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html (queue, hopDestinations)
 */
function queue(context: CallContext): readonly Resource[] {
  if (argument(context, 'Queue').kind !== 'absent') return QUEUE(context);
  return mayBePresent(argument(context, 'JobTemplate')) ? [] : DEFAULT_QUEUE(context);
}

/** The queues to which a job that waits too long moves: without a name, the default queue. */
function hopQueues(context: CallContext): readonly Resource[] {
  return itemsOf(argument(context, 'HopDestinations')).flatMap((hop) =>
    at(hop, 'Queue').kind === 'absent' ? DEFAULT_QUEUE(context) : ofPart(QUEUE, hop, 'HopDestinations[]', context),
  );
}

const PRESET = named('presets', 'Preset');

/** The presets of the job's outputs. */
function presets(context: CallContext): readonly Resource[] {
  return outputs(context)
    .filter((output) => output.kind !== 'unknown' && mayBePresent(at(output, 'Preset')))
    .flatMap((output) => ofPart(PRESET, output, 'Settings.OutputGroups[].Outputs[]', context));
}

function outputs(context: CallContext): readonly Value[] {
  return itemsOf(argument(context, 'Settings.OutputGroups')).flatMap((group) => itemsOf(at(group, 'Outputs')));
}

/** What a part of the call's arguments names, with the part's path in front of the field's name. */
function ofPart(spec: ResourceSpec, part: Value, path: string, context: CallContext): readonly Resource[] {
  return spec({ ...context, arguments: part }).map(({ arn, origin }) => ({
    arn,
    origin: 'field' in origin ? { ...origin, field: `${path}.${origin.field}` } : origin,
  }));
}

const NO_PRESET: Doubt = {
  certainty: 'precaution',
  reason: "AWS's page prints every preset for every job, and the call's own outputs name theirs",
  source: PAGE,
};
const PRESET_OF_RUN: Doubt = {
  certainty: 'conditional',
  reason: 'the outputs that a run gives name a preset',
  source: PAGE,
};

function otherPresets(context: CallContext): Doubt {
  return outputs(context).some((output) => output.kind === 'unknown') ? PRESET_OF_RUN : NO_PRESET;
}

/** Whether a job's tags are authorized on their own, the page doesn't say: its policies create jobs without it. */
const WITH_TAGS: Doubt = {
  certainty: 'conditional',
  reason: "MediaConvert authorizes a new job's tags on their own, as the reference says",
  source: REFERENCE,
};
const OWN_TAG: Doubt = {
  certainty: 'precaution',
  reason: "Step Functions tags each job, but the policies of AWS's page create jobs without it",
  source: PAGE,
};

function tagging(context: CallContext): Doubt {
  return mayBePresent(argument(context, 'Tags')) ? WITH_TAGS : OWN_TAG;
}
