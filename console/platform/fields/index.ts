export { FindField } from './find-field.tsx';
export { FormActs } from './form-acts.tsx';
export { hasWords } from './has-words.ts';
export { PasswordField } from './password-field.tsx';
export { SearchField } from './search-field.tsx';
