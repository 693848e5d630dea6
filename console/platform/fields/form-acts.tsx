import { Button, Group } from '@mantine/core';
import { useText } from '../i18n/index.ts';

interface FormActsProps {
  /** What the form does. */
  readonly submit: string;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
}

/** How a form ends: Cancel, and what it does. */
export function FormActs({ submit, isBusy, onCancel }: FormActsProps) {
  const t = useText();

  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {t('shell.cancel')}
      </Button>
      <Button type="submit" loading={isBusy}>
        {submit}
      </Button>
    </Group>
  );
}
