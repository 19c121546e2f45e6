/** Finds what in an operation's name, input or output may be a way to more permissions, so that someone must judge it. */
import { phrases } from './phrases.ts';
import { wordsOf } from './words.ts';

export interface Traits {
  /** As the API spells it: `UpdateFunctionCode`. */
  readonly name: string;
  readonly prefix: string;
  /** The names in input and output. */
  readonly takes: readonly string[];
  readonly gives: readonly string[];
  /** True where the operation hands over a role. */
  readonly passes: boolean;
  /** True where other operations of the service do, so that what this one runs may have a role. */
  readonly hasRoles: boolean;
}

const READS =
  /^(batch )?(calculate|can|check|classify|compare|count|describe|detect|discover|estimate|evaluate|filter|get|head|is|list|lookup|predict|preview|query|read|recognize|scan|search|select|simulate|translate|validate|verify|view)\b/;

/** Never a signal: a tag opens only what a condition in someone's policy lets it open. */
const TAGS = /^(add|change|create|delete|list|remove|tag|untag|update)? ?tags?( |$)|^(tag|untag) /;

const ROLE = phrases({ within: 'role, role arn, instance profile' });
const NOT_ROLE = phrases({
  within: 'role type, participant role, role session name, role filter, message role',
  whole: 'role description',
});

const POLICY = phrases({
  within:
    'policy document, policy text, policy json, policy body, policy statement, resource policy, access policy, key policy, repository policy, bucket policy, inline policy, session policy, iam policy, policy arn, acl, grant, grantee, principal, permission, permission set',
  whole: 'policy, statement',
});
const NOT_POLICY = phrases({
  within:
    'grant type, grant token, network acl, web acl, kerberos principal, posix permission, ip permission, grant id, o auth grant type',
});

const CODE = phrases({
  within:
    'user data, script, command, build spec, buildspec, entry point, document content, bootstrap, bootstrap action, init script, startup, lifecycle config, lifecycle configuration, zip file, function code, code content, code uri, code s3 location, code location, code source, code configuration, code repository, code hook, s3 bucket code, source code, application code, inline code, image uri, container image, docker image, template body, template url, template content, template data, template source, template s3 location, definition string, definition s3 location, definition body, definition uri, flow definition, jar, main class, request mapping template, sql, image manifest, response mapping template, launch template, task definition, container override, default argument, job parameter, pipeline object, plugin, root volume, replace root volume task, container definition, container properties, spark submit, custom code, notebook content, handler',
  whole: 'document, code, template, definition, workflow, recipe, step, spec',
});
const NOT_CODE = phrases({ within: 'font script, command id, enable execute command, batch job parameter' });
/** Puts code where something else fetches and runs it, by the operation's name. */
const FEEDS = phrases({
  within:
    'put file, create commit, merge branches, merge pull request, publish package version, package origin configuration, repository triggers, approval rule, approval rules, pull request approval state, signing job',
  whole: 'put image',
});

/** Hands out credentials or keys. */
const SECRET = phrases({
  within:
    'temporary credential, user credential, session credential, aws credential, admin password, user password, client secret, shared secret, secret access key, secret key, secret string, secret binary, private key, key material, plaintext, plaintext data key, api key value, access token, auth token, authentication token, authorization token, session token, security token, bearer token, refresh token, id token, identity token, web identity token, token value, participant token, connection token, presigned url, pre signed url, signed url, authorized url, console url, login url, sign in url, access url, session url, stream url, streaming url, embed url, upload url, download url, federation url, presigned uri, kube config, auth code, authorization code, user code, device code, connection string, ssh key, pre shared key, activation code, certificate chain and private key, private key plaintext, service specific credential, fleet iam role credential, artifact credential, job credential',
  whole: 'credential, credential provider, password, secret, api key, access key, token, jwt',
});
const NOT_SECRET = phrases({
  within:
    'access control allow credential, next token, client token, client request token, idempotency token, master user password',
});
/** What only names or counts it. */
const ABOUT_SECRET = /\b(arns?|at|count|date|enabled|ids?|names?|status|time|types?|version|audiences?|metadata)$/;
const NO_MAKER =
  /^(batch )?(cancel|delete|describe|disable|list|remove|revoke|stop|update|deregister|disassociate)\b|\b(metadata|status|config|configuration|information)$/;
/** The same, by the operation's name. */
const MAKES_SECRET = phrases({
  within:
    'presigned, credential, token, login, password, console, assume, federation token, authorization, auth, access key, ssh, api key, signing secret, tunnel, issue certificate, certificate from csr, access details',
});

const CHANGES =
  /^(batch )?(activate|add|apply|associate|attach|continue|copy|create|deploy|enable|execute|import|invoke|launch|modify|promote|provision|publish|put|reboot|rebuild|redrive|register|release|replace|request|rerun|reset|restart|restore|resume|retry|rollback|run|schedule|send|set|signal|start|submit|swap|switch|update|upgrade)\b/;
/** What may run with a role in place. */
const RUNS = phrases({
  within:
    'function, job, project, pipeline, notebook, environment, service, instance, build, canary, application, session, statement, workflow, execution, deployment, command, automation, association, resolver, experiment, app, studio, space, dev endpoint, launch template, compute environment, event source mapping, layer, task definition, trigger, job flow, instance fleet, instance group, auto scaling group, agent, lifecycle config, hook, connector, replace root volume task, maintenance window, document, change request, sandbox, interpreter, runtime, browser, processor, crawler, recipe, image pipeline, step, flow, rule, target, schedule, bundle, simulation, robot, task set, calculation, query, code, action, component, evaluation, data source, bot, blueprint, playbook, alias, publish version, rest api, approval, stage, stage condition, patch baseline, access request, microvm, microvm image',
  whole: 'invoke, attach volume',
});
/** Of that, what runs by being created. */
const STARTS = phrases({
  within:
    'deployment, association, session, execution, build, step, command, replace root volume task, event source mapping, resolver, function, trigger, schedule, job, simulation, bundle, code, automation, change request, launch template, app, rule, alias, component, workflow, microvm',
});

const OPENS = phrases({
  within:
    'policy, permission, share, sharing, shared, public access, access block, acl, grant, authorize, authorization, endpoint access, cross account, trust, principal, replicate key, delegated, delegation, owner, ownership, membership, allow list, image attribute, snapshot attribute, role, identity provider, oidc, saml, access entry, access grant, invitation, cross region, inbound connection, replication configuration',
  whole: 'subscribe, create queue, create topic',
});
const NOT_OPENS = phrases({
  within:
    'scaling policy, scheduling policy, traffic policy, firewall policy, routing policy, lifecycle policy, retention policy, backup policy, cache policy, response headers policy, origin request policy, stickiness policy, load balancer policy, web acl, network acl',
});
/** Taking access away opens nothing, except where a policy or a block kept others out. */
const TAKES_AWAY = /^(batch )?(delete|deregister|disassociate|reject|remove|revoke)\b/;
const PROTECTS = phrases({ within: 'policy, public access, access block, boundary, code signing config' });
const OPENED_TO = phrases({
  within:
    'publicly accessible, public access, public access block, shared with, target account, accounts to add, account ids to add, values to add, launch permission, create volume permission, trusted account, allowed principal, block public, external account, allowed account, source account, organization arn, share with, auto accept shared attachment',
});

/** Services that watch or record what was done, that carry what they find to people, or hold the keys of both. */
const WATCHERS = phrases({
  whole:
    'access-analyzer, auditmanager, cloudtrail, cloudtrail-data, cloudwatch, config, detective, events, fms, guardduty, inspector, inspector2, kms, logs, macie2, oam, observabilityadmin, security-ir, securityhub, securitylake, sns, devops-guru, internetmonitor',
});
const WATCH_OFF =
  /^(batch )?(archive|associate (dataset )?kms key|cancel|change|deactivate|deauthorize|decline|delete|deregister|detach|disable|disassociate|disconnect|leave|modify|mute|pause|put|remove|reset|schedule|set|stop|suppress|terminate|unarchive|unsubscribe|update)\b/;
/** What can be made so that less is seen. */
const HIDES = phrases({ within: 'filter, rule, allow list, ip set, suppression, exclusion, mute, link, trusted' });
/** What is watched with in services that do something else. */
const WATCH = phrases({
  within:
    'flow log, logging, log delivery, query log, query logging, audit, alarm, monitoring, log subscription, access log, delivery channel',
  whole: 'disable rule, delete rule, remove target',
});

const USERS = phrases({
  within:
    'user, password, group, mfa, user pool, identity pool, administrator, admin, member, directory, sso, client authentication, radius, conditional forwarder, schema extension, hybrid ad',
});
/** Services with a directory of their own whose users can do something with the account's data. */
const DIRECTORIES = phrases({
  whole:
    'cognito-idp, cognito-identity, ds, ds-data, workmail, workdocs, quicksight, transfer, connect, redshift, redshift-serverless, elasticache, memorydb, mq, appstream, finspace, wickr, datazone, grafana, cloud9, opsworks, chime, kafka, codecatalyst, workspaces-web, aoss',
});
/** Services whose every change is made with the rights of a stack, a launch role or the like. */
const STACKS = phrases({
  whole: 'cloudformation, servicecatalog, proton, elasticbeanstalk, opsworks, serverlessrepo, amplify, launchwizard',
});
const NO_STACK = phrases({
  within: 'attribute group, budget, tag option, notification, elastic ip, volume, user profile',
});

/** The signals of an operation, each with the name that makes it: `code: user data`. */
export function signalsOf({ name, prefix, takes, gives, passes, hasRoles }: Traits): readonly string[] {
  const words = wordsOf(name);
  if (TAGS.test(words)) return [];
  const secret = gives.find((one) => SECRET(one) && !NOT_SECRET(one) && !ABOUT_SECRET.test(one));
  const out =
    secret !== undefined ? [`hands out: ${secret}`] : MAKES_SECRET(name) && !NO_MAKER.test(words) ? ['hands out'] : [];
  if (READS.test(words)) return out;
  // Many things are called a role; those of IAM are in the tables of passed roles.
  const role = takes.find((one) => ROLE(one) && !NOT_ROLE(one) && (passes || one !== 'role'));
  const policy = takes.find((one) => POLICY(one) && !NOT_POLICY(one));
  const code = takes.find((one) => CODE(one) && !NOT_CODE(one));
  const opened = takes.find(OPENED_TO);
  const opens = (TAKES_AWAY.test(words) ? PROTECTS : OPENS)(name) && !NOT_OPENS(name);
  const runs = (words.startsWith('create ') ? STARTS : RUNS)(name);
  const watch = WATCHERS(prefix)
    ? WATCH_OFF.test(words) || (words.startsWith('create ') && HIDES(name))
    : WATCH_OFF.test(words) && WATCH(name);
  return [
    ...out,
    ...(role === undefined ? [] : [`role: ${role}`]),
    ...(policy === undefined ? [] : [`policy: ${policy}`]),
    ...(code !== undefined ? [`code: ${code}`] : FEEDS(name) ? ['code'] : []),
    ...(hasRoles && CHANGES.test(words) && runs ? ['runs'] : []),
    ...(opens ? ['opens'] : opened === undefined ? [] : [`opens: ${opened}`]),
    ...(watch ? ['watch'] : []),
    ...(DIRECTORIES(prefix) && USERS(name) ? ['directory'] : []),
    ...(STACKS(prefix) && !NO_STACK(name) ? ['stack'] : []),
  ];
}
