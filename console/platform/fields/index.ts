export { FormActs } from './form-acts.tsx';
export { PasswordField } from './password-field.tsx';
export { SearchField } from './search-field.tsx';
