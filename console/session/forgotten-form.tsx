import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type HTMLInputAutoCompleteAttribute, useEffect, useRef, useState } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { Refusal } from './refusal.tsx';
import { useRefusal } from './use-refusal.ts';

interface ForgottenFormProps {
  readonly label: string;
  readonly type: 'text' | 'email';
  readonly autoComplete: HTMLInputAutoCompleteAttribute;
  /** Said after sending, whether or not there is such an account. */
  readonly sent: string;
  /** Null where the text can be sent, else what is wrong with it. */
  readonly faultOf: (text: string) => string | null;
  readonly onSend: (text: string) => Promise<null>;
}

/** Asks for a mail about what was forgotten. */
export function ForgottenForm(props: ForgottenFormProps) {
  const { label, type, autoComplete, sent, faultOf, onSend } = props;
  const t = useText();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const asking = useMutation({ mutationFn: onSend });
  const form = useFaultFocus(fault);
  const refusal = useRefusal(asking.error, 'session.wrong');

  if (asking.isSuccess) return <Sent text={sent} />;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = faultOf(text.trim());
        setFault(wrong);
        if (wrong === null) asking.mutate(text.trim());
      }}
    >
      <Stack gap="md">
        <TextInput
          label={label}
          type={type}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          value={text}
          error={fault}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Refusal text={refusal} />
        <Button type="submit" size="md" loading={asking.isPending}>
          {t('session.sendMail')}
        </Button>
        <BackToSignIn />
      </Stack>
    </form>
  );
}

function Sent({ text }: { text: string }) {
  const notice = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    notice.current?.focus();
  }, []);

  return (
    <Stack gap="md">
      <Alert ref={notice} tabIndex={-1} role="status">
        {text}
      </Alert>
      <BackToSignIn />
    </Stack>
  );
}

export function BackToSignIn() {
  const t = useText();

  return (
    <Anchor component={Link} to="/sign-in" size="sm">
      {t('session.back')}
    </Anchor>
  );
}
