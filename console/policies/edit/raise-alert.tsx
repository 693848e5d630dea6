import { Button, NativeSelect, Stack, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { FormActs } from '../../platform/fields/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { useFaultFocus } from '../../platform/use-fault-focus.ts';
import { Refusal } from '../../session/refusal.tsx';
import { useAlertActs } from './use-alert-acts.ts';

const MOST_CHARACTERS = 500;
/** How long alerts last, in hours. */
const LENGTHS = [2, 4, 8, 24, 72, 168, 720] as const;
const USUAL = 8;
const DAY = 24;

/** A button that opens into a form: what everybody must know today. */
export function RaiseAlert({ institutionId }: { readonly institutionId: string }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [hours, setHours] = useState<number>(USUAL);
  const [isTried, setTried] = useState(false);
  const form = useFaultFocus(isTried);
  const { raising } = useAlertActs(institutionId);

  if (!isOpen) {
    return (
      <Button
        mt="lg"
        mr="sm"
        variant="default"
        leftSection={<IconAlertTriangle aria-hidden size={16} stroke={1.6} />}
        onClick={() => setOpen(true)}
      >
        {t('policies.alert.new')}
      </Button>
    );
  }

  const close = () => {
    setOpen(false);
    setTried(false);
    setText('');
  };
  const raise = () => {
    setTried(true);
    if (text.trim() === '') return;
    const endsAt = new Date(Date.now() + hours * 3_600_000).toISOString();
    raising.mutate({ text, endsAt }, { onSuccess: close });
  };

  return (
    <form
      ref={form}
      noValidate
      aria-label={t('policies.alert.new')}
      onSubmit={(event) => {
        event.preventDefault();
        raise();
      }}
    >
      <Stack gap="sm" mt="lg">
        <Textarea
          label={t('policies.alert.text')}
          description={t('policies.alert.text.hint')}
          autosize
          autoFocus
          minRows={2}
          maxLength={MOST_CHARACTERS}
          value={text}
          error={isTried && text.trim() === '' && t('policies.alert.need')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('policies.alert.ends')}
          value={String(hours)}
          data={LENGTHS.map((length) => ({
            value: String(length),
            label:
              length < DAY
                ? t('policies.alert.hours', { count: length })
                : t('policies.alert.days', { count: length / DAY }),
          }))}
          onChange={(event) => setHours(Number(event.currentTarget.value))}
        />
        <Refusal text={raising.error ? sentenceFor(t, raising.error) : null} />
        <FormActs submit={t('policies.alert.raise')} isBusy={raising.isPending} onCancel={close} />
      </Stack>
    </form>
  );
}
