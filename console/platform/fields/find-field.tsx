import { TextInput, type TextInputProps } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

interface FindFieldProps extends Pick<TextInputProps, 'mb' | 'my' | 'maxLength'> {
  /** Where a dialog puts the keyboard when it opens. */
  readonly 'data-autofocus'?: boolean;
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** Narrows, letter by letter, what is on the page already. */
export function FindField({ label, onChange, ...rest }: FindFieldProps) {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch aria-hidden size={18} stroke={1.6} />}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
