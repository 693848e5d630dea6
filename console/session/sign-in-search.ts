const REASONS = ['ended', 'signedOut', 'passwordChosen'] as const;

export interface SignInSearch {
  /** The page that was wanted. */
  to?: string;
  /** Why the reader is here, if not by wanting to sign in. */
  why?: (typeof REASONS)[number];
}

/** Reads what stands behind `/sign-in?`; what is not understood counts as absent. */
export function readSignInSearch(search: Readonly<Record<string, unknown>>): SignInSearch {
  const why = REASONS.find((reason) => reason === search.why);
  return {
    ...(typeof search.to === 'string' ? { to: search.to } : {}),
    ...(why ? { why } : {}),
  };
}
