export { routePolicies } from './routes.ts';
export { lastCredentials, sealCredential } from './secrets/seal.ts';
export { insertSecret } from './secrets/store.ts';
export { insertAlert, insertVersion } from './store.ts';
