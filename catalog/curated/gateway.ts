import type { ExtraRow } from './row.ts';

const V1 = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigateway.html';
const V2 = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_apigatewayv2.html';
const PATHS = 'arn:$p:apigateway:$r::';
const PRIVATE_DOMAINS = 'arn:$p:apigateway:$r:$a:/domainnames/*';

/** What operations of Amazon API Gateway need besides the verb of their request. */
export const GATEWAY: readonly ExtraRow[] = [
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
    on: [`${PATHS}/tags/*`],
    when: ['Tags'],
    source: V1,
  },
  {
    service: 'apigatewayv2',
    operations: ['CreateApi', 'CreateDomainName', 'CreateStage', 'CreateVpcLink'],
    actions: ['apigateway:PUT'],
    on: [`${PATHS}/tags/*`],
    when: ['Tags'],
    source: V2,
  },
  {
    service: 'apigateway',
    operations: ['CreateRestApi'],
    actions: ['apigateway:UpdateRestApiPolicy'],
    on: [`${PATHS}/restapis`, `${PATHS}/restapis/*`],
    when: ['Policy'],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['UpdateRestApi'],
    actions: ['apigateway:UpdateRestApiPolicy'],
    on: [`${PATHS}/restapis/{RestApiId}`],
    when: ['PatchOperations[].Path=/policy'],
    source: V1,
  },
  ...['apigateway', 'apigatewayv2'].map(
    (service): ExtraRow => ({
      service,
      operations: ['CreateDomainName'],
      actions: ['apigateway:AddCertificateToDomain'],
      on: [`${PATHS}/domainnames`, `${PATHS}/domainnames/{DomainName}`],
      when: ['MutualTlsAuthentication'],
      source: V1,
    }),
  ),
  {
    service: 'apigateway',
    operations: ['CreateDomainName'],
    actions: ['apigateway:UpdateDomainNamePolicy'],
    on: [`${PATHS}/domainnames`, PRIVATE_DOMAINS],
    when: ['Policy'],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:AddCertificateToDomain', 'apigateway:RemoveCertificateFromDomain'],
    on: [`${PATHS}/domainnames/{DomainName}`],
    when: ['PatchOperations[].Path=/mutualTlsAuthentication'],
    source: V1,
  },
  {
    service: 'apigatewayv2',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:AddCertificateToDomain', 'apigateway:RemoveCertificateFromDomain'],
    on: [`${PATHS}/domainnames/{DomainName}`],
    when: ['MutualTlsAuthentication'],
    source: V2,
  },
  {
    service: 'apigateway',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:UpdateDomainNamePolicy'],
    on: [`${PATHS}/domainnames`, PRIVATE_DOMAINS],
    when: ['PatchOperations[].Path=/policy'],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['UpdateDomainName'],
    actions: ['apigateway:UpdateDomainNameManagementPolicy'],
    on: [`${PATHS}/domainnames`, PRIVATE_DOMAINS],
    when: ['PatchOperations[].Path=/managementPolicy'],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['CreateDomainNameAccessAssociation'],
    actions: ['apigateway:CreateAccessAssociation'],
    on: ['arn:$p:apigateway:$r:$a:/domainnames/{@DomainNameArn}'],
    source: V1,
  },
  {
    service: 'apigateway',
    operations: ['RejectDomainNameAccessAssociation'],
    actions: ['apigateway:RejectAccessAssociation'],
    on: ['arn:$p:apigateway:$r:$a:/domainnames/{@DomainNameArn}'],
    source: V1,
  },
];
