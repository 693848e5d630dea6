export { prepareSetup } from './prepare-setup.ts';
export { routeSetup } from './routes.ts';
export { lockInstallation, saveSetUp } from './store.ts';
