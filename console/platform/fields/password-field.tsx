import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** Mantine tells a faulty password to the eye alone; the field itself has to say it, as all others do. */
export function PasswordField(props: PasswordInputProps) {
  return <PasswordInput {...props} aria-invalid={props.error ? true : undefined} />;
}
