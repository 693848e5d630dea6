interface Housed {
  readonly institutionId: string;
}

/** The institution of all of them; undefined when they are of several, or nobody. */
export function commonInstitution(accounts: readonly Housed[]): string | undefined {
  const ids = new Set(accounts.map(({ institutionId }) => institutionId));
  return ids.size === 1 ? accounts[0]?.institutionId : undefined;
}
