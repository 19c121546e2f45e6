import type { PermissionRow } from './row.ts';
import { arnPattern, isGiven, name, nameOrArn, startsWith } from './write.ts';

const V1 = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigateway.html';
const V2 = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigatewayv2.html';
const PRIVATE_DOMAINS = arnPattern`arn:$p:apigateway:$r:$a:/domainnames/*`;

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
    on: [arnPattern`arn:$p:apigateway:$r::/tags/*`],
    when: [isGiven('Tags')],
    source: V1,
  },
  {
    service: 'apigatewayv2',
    operations: ['CreateApi', 'CreateDomainName', 'CreateStage', 'CreateVpcLink'],
    actions: ['apigateway:PUT'],
    on: [arnPattern`arn:$p:apigateway:$r::/tags/*`],
    when: [isGiven('Tags')],
    source: V2,
  },
  {
    service: 'apigateway',
    operations: ['CreateRestApi'],
    actions: ['apigateway:UpdateRestApiPolicy'],
    on: [arnPattern`arn:$p:apigateway:$r::/restapis`, arnPattern`arn:$p:apigateway:$r::/restapis/*`],
    when: [isGiven('Policy')],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['UpdateRestApi'],
    actions: ['apigateway:UpdateRestApiPolicy'],
    on: [arnPattern`arn:$p:apigateway:$r::/restapis/${name('RestApiId')}`],
    when: [startsWith('PatchOperations[].Path', '/policy')],
    source: V1,
  },
  ...['apigateway', 'apigatewayv2'].map(
    (service): PermissionRow => ({
      service,
      operations: ['CreateDomainName'],
      actions: ['apigateway:AddCertificateToDomain'],
      on: [
        arnPattern`arn:$p:apigateway:$r::/domainnames`,
        arnPattern`arn:$p:apigateway:$r::/domainnames/${name('DomainName')}`,
      ],
      when: [isGiven('MutualTlsAuthentication')],
      source: V1,
    }),
  ),
  {
    service: 'apigateway',
    operations: ['CreateDomainName'],
    actions: ['apigateway:UpdateDomainNamePolicy'],
    on: [arnPattern`arn:$p:apigateway:$r::/domainnames`, PRIVATE_DOMAINS],
    when: [isGiven('Policy')],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:AddCertificateToDomain', 'apigateway:RemoveCertificateFromDomain'],
    on: [arnPattern`arn:$p:apigateway:$r::/domainnames/${name('DomainName')}`],
    when: [startsWith('PatchOperations[].Path', '/mutualTlsAuthentication')],
    source: V1,
  },
  {
    service: 'apigatewayv2',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:AddCertificateToDomain', 'apigateway:RemoveCertificateFromDomain'],
    on: [arnPattern`arn:$p:apigateway:$r::/domainnames/${name('DomainName')}`],
    when: [isGiven('MutualTlsAuthentication')],
    source: V2,
  },
  {
    service: 'apigateway',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:UpdateDomainNamePolicy'],
    on: [arnPattern`arn:$p:apigateway:$r::/domainnames`, PRIVATE_DOMAINS],
    when: [startsWith('PatchOperations[].Path', '/policy')],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:UpdateDomainNameManagementPolicy'],
    on: [arnPattern`arn:$p:apigateway:$r::/domainnames`, PRIVATE_DOMAINS],
    when: [startsWith('PatchOperations[].Path', '/managementPolicy')],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['CreateDomainNameAccessAssociation'],
    actions: ['apigateway:CreateAccessAssociation'],
    on: [arnPattern`arn:$p:apigateway:$r:$a:/domainnames/${nameOrArn('DomainNameArn')}`],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['RejectDomainNameAccessAssociation'],
    actions: ['apigateway:RejectAccessAssociation'],
    on: [arnPattern`arn:$p:apigateway:$r:$a:/domainnames/${nameOrArn('DomainNameArn')}`],
    source: V1,
  },
];
