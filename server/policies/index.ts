export { routePolicies } from './routes.ts';
export { sealCredential } from './secrets/seal.ts';
export { insertSecret } from './secrets/store.ts';
export { insertAlert, insertVersion } from './store.ts';
