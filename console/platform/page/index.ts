export { PageHeading } from './page-heading.tsx';
export { markTitle } from './title.ts';
