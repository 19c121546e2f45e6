/** The names of IAM's actions, as the service authorization reference has them. Only what no table knows asks for them. */
export interface ActionNames {
  /** The day of the reference. */
  readonly date: string;
  /** The action as IAM spells it; undefined if the reference doesn't have it. */
  readonly spelled: (action: string) => string | undefined;
  /** The prefixes that are like a name without its hyphens: `account-access` of `accountaccess`. */
  readonly prefixesLike: (name: string) => readonly string[];
}

/** Loads the names, which are many, on demand. */
export async function iamActions(): Promise<ActionNames> {
  const { default: data } = await import('./data/actions.json', { with: { type: 'json' } });
  return actionNamesIn(data);
}

/** What `data/actions.json` has. */
export interface ActionData {
  readonly date: string;
  /** Prefix → the actions' names, with spaces. */
  readonly names: Readonly<Record<string, string>>;
}

export function actionNamesIn({ date, names: byPrefix }: ActionData): ActionNames {
  const names = new Map(Object.entries(byPrefix));
  return {
    date,
    spelled: (action) => {
      const [prefix = '', api = ''] = action.split(':');
      const wanted = api.toLowerCase();
      const found = names
        .get(prefix)
        ?.split(' ')
        .find((name) => name.toLowerCase() === wanted);
      return found === undefined ? undefined : `${prefix}:${found}`;
    },
    prefixesLike: (name) => {
      const wanted = name.toLowerCase();
      return [...names.keys()].filter((prefix) => prefix.replaceAll('-', '') === wanted);
    },
  };
}
