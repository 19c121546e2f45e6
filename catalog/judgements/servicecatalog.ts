import type { Judgements } from '../build/judged.ts';

export default {
  page: { servicecatalog: 'https://docs.aws.amazon.com/servicecatalog/latest/dg/' },
  always: {
    access: ['AssociatePrincipalWithPortfolio'],
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    code: ['UpdateServiceAction'],
    document: ['ExecuteProvisionedProductServiceAction'],
    handsRoleUnasked: ['CreateConstraint', 'UpdateConstraint'],
    launchChanges: [
      'AssociateServiceActionWithProvisioningArtifact',
      'BatchAssociateServiceActionWithProvisioningArtifact',
      'ImportAsProvisionedProduct',
      'UpdateProvisionedProduct',
      'UpdateProvisionedProductProperties',
    ],
    launchCreates: ['CreateProvisionedProductPlan', 'ExecuteProvisionedProductPlan', 'ProvisionProduct'],
    opens: ['AcceptPortfolioShare', 'AssociateProductWithPortfolio', 'EnableAWSOrganizationsAccess'],
    otherRoles: ['CopyProduct', 'CreateProvisioningArtifact', 'DeleteConstraint', 'UpdateProduct'],
    stackDeletes: ['TerminateProvisionedProduct'],
  },
  free: {
    dataOnly: [
      'CreateApplication',
      'CreatePortfolio',
      'CreateProduct',
      'CreateServiceAction',
      'PutConfiguration',
      'UpdateApplication',
      'UpdatePortfolio',
    ],
    namesOnly: ['AssociateResource'],
    operates: ['SyncResource', 'UpdateProvisioningArtifact'],
    ownData: [
      'NotifyProvisionProductEngineWorkflowResult',
      'NotifyTerminateProvisionedProductEngineWorkflowResult',
      'NotifyUpdateProvisionedProductEngineWorkflowResult',
    ],
    takesAway: [
      'BatchDisassociateServiceActionFromProvisioningArtifact',
      'DeleteApplication',
      'DeletePortfolio',
      'DeleteProduct',
      'DeleteProvisionedProductPlan',
      'DeleteProvisioningArtifact',
      'DeleteServiceAction',
      'DisableAWSOrganizationsAccess',
      'DisassociatePrincipalFromPortfolio',
      'DisassociateProductFromPortfolio',
      'DisassociateResource',
      'DisassociateServiceActionFromProvisioningArtifact',
      'RejectPortfolioShare',
    ],
  },
} satisfies Judgements;
