import type { PermissionRow } from './row.ts';
import { arn, given, name, nameOrArn, startsWith } from './write.ts';

const V1 = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigateway.html';
const V2 = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigatewayv2.html';
const PRIVATE_DOMAINS = arn`arn:$p:apigateway:$r:$a:/domainnames/*`;

/** What operations of Amazon API Gateway need besides the verb of their request. */
export const GATEWAY: readonly PermissionRow[] = [
  {
    service: 'apigateway',
    operations: [
      'CreateApiKey',
      'CreateDomainName',
      'CreateDomainNameAccessAssociation',
      'CreateRestApi',
      'CreateStage',
      'CreateUsagePlan',
      'CreateVpcLink',
      'GenerateClientCertificate',
    ],
    actions: ['apigateway:PUT'],
    on: [arn`arn:$p:apigateway:$r::/tags/*`],
    when: [given('Tags')],
    source: V1,
  },
  {
    service: 'apigatewayv2',
    operations: ['CreateApi', 'CreateDomainName', 'CreateStage', 'CreateVpcLink'],
    actions: ['apigateway:PUT'],
    on: [arn`arn:$p:apigateway:$r::/tags/*`],
    when: [given('Tags')],
    source: V2,
  },
  {
    service: 'apigateway',
    operations: ['CreateRestApi'],
    actions: ['apigateway:UpdateRestApiPolicy'],
    on: [arn`arn:$p:apigateway:$r::/restapis`, arn`arn:$p:apigateway:$r::/restapis/*`],
    when: [given('Policy')],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['UpdateRestApi'],
    actions: ['apigateway:UpdateRestApiPolicy'],
    on: [arn`arn:$p:apigateway:$r::/restapis/${name('RestApiId')}`],
    when: [startsWith('PatchOperations[].Path', '/policy')],
    source: V1,
  },
  ...['apigateway', 'apigatewayv2'].map(
    (service): PermissionRow => ({
      service,
      operations: ['CreateDomainName'],
      actions: ['apigateway:AddCertificateToDomain'],
      on: [arn`arn:$p:apigateway:$r::/domainnames`, arn`arn:$p:apigateway:$r::/domainnames/${name('DomainName')}`],
      when: [given('MutualTlsAuthentication')],
      source: V1,
    }),
  ),
  {
    service: 'apigateway',
    operations: ['CreateDomainName'],
    actions: ['apigateway:UpdateDomainNamePolicy'],
    on: [arn`arn:$p:apigateway:$r::/domainnames`, PRIVATE_DOMAINS],
    when: [given('Policy')],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:AddCertificateToDomain', 'apigateway:RemoveCertificateFromDomain'],
    on: [arn`arn:$p:apigateway:$r::/domainnames/${name('DomainName')}`],
    when: [startsWith('PatchOperations[].Path', '/mutualTlsAuthentication')],
    source: V1,
  },
  {
    service: 'apigatewayv2',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:AddCertificateToDomain', 'apigateway:RemoveCertificateFromDomain'],
    on: [arn`arn:$p:apigateway:$r::/domainnames/${name('DomainName')}`],
    when: [given('MutualTlsAuthentication')],
    source: V2,
  },
  {
    service: 'apigateway',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:UpdateDomainNamePolicy'],
    on: [arn`arn:$p:apigateway:$r::/domainnames`, PRIVATE_DOMAINS],
    when: [startsWith('PatchOperations[].Path', '/policy')],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:UpdateDomainNameManagementPolicy'],
    on: [arn`arn:$p:apigateway:$r::/domainnames`, PRIVATE_DOMAINS],
    when: [startsWith('PatchOperations[].Path', '/managementPolicy')],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['CreateDomainNameAccessAssociation'],
    actions: ['apigateway:CreateAccessAssociation'],
    on: [arn`arn:$p:apigateway:$r:$a:/domainnames/${nameOrArn('DomainNameArn')}`],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['RejectDomainNameAccessAssociation'],
    actions: ['apigateway:RejectAccessAssociation'],
    on: [arn`arn:$p:apigateway:$r:$a:/domainnames/${nameOrArn('DomainNameArn')}`],
    source: V1,
  },
];
