export { useLostRights } from './use-lost-rights.ts';
export { sessionQuery, useIsToured, useMustAddSecondFactor, useSession } from './use-session.ts';
export { useSessionEnd } from './use-session-end.ts';
export { useSignOut } from './use-sign-out.ts';
export { weaknessOf } from './weakness-of.ts';
