import { useText } from '../../platform/i18n/index.ts';
import { NameForm } from '../name-form.tsx';
import { type CoopQueue, useSaveQueue } from './use-queues.ts';

interface QueueFormProps {
  /** Null for a new one. */
  readonly queue: CoopQueue | null;
  readonly onDone: () => void;
}

export function QueueForm({ queue, onDone }: QueueFormProps) {
  const t = useText();
  const saving = useSaveQueue(queue);

  return (
    <NameForm
      name={queue?.name ?? ''}
      label={t('coops.name')}
      hint={t('coops.queues.name.hint')}
      submit={queue === null ? t('coops.queues.add') : t('coops.edit.save')}
      saving={saving}
      onSave={(name) => saving.mutate(name, { onSuccess: onDone })}
      onCancel={onDone}
    />
  );
}
