/** Parts of a library's page; without one it is read. */
const TABS = ['edit', 'secrets', 'problems', 'history'] as const;
export type PolicyTab = (typeof TABS)[number];

/** Reads what stands behind `/policies?`: the words that are looked for. */
export function readPoliciesSearch(search: Readonly<Record<string, unknown>>): { q?: string } {
  return typeof search.q === 'string' && search.q !== '' ? { q: search.q.slice(0, 100) } : {};
}

/** Reads what stands behind `/policies/ID?`. */
export function readPolicySearch(search: Readonly<Record<string, unknown>>): { tab?: PolicyTab } {
  const tab = TABS.find((name) => name === search.tab);
  return tab ? { tab } : {};
}
