import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../platform/i18n/index.ts';

/** The code of an authenticator app, or a recovery code. Takes the focus as it appears: it was asked for just now. */
export function CodeField(props: TextInputProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    input.current?.focus();
  }, []);

  return (
    <TextInput
      ref={input}
      label={t('session.code')}
      description={t('session.codeHint')}
      // Not a numeric keyboard: recovery codes have letters.
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      size="md"
      {...props}
    />
  );
}
