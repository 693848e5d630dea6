export { checkCode } from './check-code.ts';
export { beginPasskeySignIn, checkPasskey } from './check-passkey.ts';
export { forgetUnfinished } from './forget-unfinished.ts';
export { removeFactors } from './remove-factors.ts';
export { routeSecondFactors } from './routes.ts';
export { type FactorParts, lastAuthenticators } from './set-up-totp.ts';
export { countFactors } from './store.ts';
