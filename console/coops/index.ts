export { NameForm } from './name-form.tsx';
export { coopKey } from './queries.ts';
export { useCoop } from './use-coop.ts';
