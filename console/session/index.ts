export { useSecondFactorDemand } from './use-second-factor-demand.ts';
export { sessionQuery, useMustAddSecondFactor, useSession } from './use-session.ts';
export { useSessionEnd } from './use-session-end.ts';
export { useSignOut } from './use-sign-out.ts';
