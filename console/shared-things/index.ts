export type { Thing, ThingDraft, ThingKind } from './thing.ts';
export { ThingsPage } from './things-page.tsx';
export { useLibraryNames } from './use-library-names.ts';
