export { EmbedCode } from './embed-code.tsx';
export { OriginsField } from './origins-field.tsx';
