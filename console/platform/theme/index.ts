export { contrast, textUpon } from './contrast.ts';
export { schemeManager } from './scheme.ts';
export { theme } from './theme.ts';
export { resolveVariables } from './variables.ts';
