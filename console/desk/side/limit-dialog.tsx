import { Modal, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { maxChats } from '#protocol/presence.ts';
import { FormActs } from '../../platform/fields/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useFaultFocus } from '../../platform/use-fault-focus.ts';
import { chooseAwayAfter, IDLE_MINUTES, useAwayAfter } from '../../presence/index.ts';

interface LimitDialogProps {
  readonly isOpen: boolean;
  readonly limit: number;
  /** Answers whether it was saved; says itself what went wrong. */
  readonly onChoose: (limit: number) => Promise<boolean>;
  readonly onClose: () => void;
  /** After it has gone from the page, when the focus may be elsewhere. */
  readonly onGone: () => void;
}

/** How many chats one takes at once, and when one is taken to be gone, as one chooses for oneself. */
export function LimitDialog({ isOpen, limit, onChoose, onClose, onGone }: LimitDialogProps) {
  const t = useText();

  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      onExitTransitionEnd={onGone}
      returnFocus={false}
      title={t('desk.limit')}
      closeButtonProps={{ 'aria-label': t('desk.dialog.close') }}
    >
      <LimitForm limit={limit} onChoose={onChoose} onClose={onClose} />
    </Modal>
  );
}

type LimitFormProps = Pick<LimitDialogProps, 'limit' | 'onChoose' | 'onClose'>;

function LimitForm({ limit, onChoose, onClose }: LimitFormProps) {
  const t = useText();
  const [typed, setTyped] = useState<number | string>(limit);
  const awayAfter = useAwayAfter();
  const [minutes, setMinutes] = useState(awayAfter);
  const [fault, setFault] = useState<object | null>(null);
  const [isSaving, setSaving] = useState(false);
  const form = useFaultFocus(fault);

  const save = async () => {
    const entered = maxChats.safeParse(typed);
    setFault(entered.success ? null : {});
    if (!entered.success) return;
    setSaving(true);
    if (await onChoose(entered.data)) {
      chooseAwayAfter(minutes);
      onClose();
    }
    setSaving(false);
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="lg">
        <NumberInput
          label={t('desk.limit.label')}
          description={t('desk.limit.hint')}
          data-autofocus
          required
          min={1}
          max={50}
          clampBehavior="none"
          allowDecimal={false}
          value={typed}
          error={fault && t('desk.limit.fault')}
          onChange={setTyped}
        />
        <NativeSelect
          label={t('presence.awayAfter')}
          description={t('presence.awayAfter.hint')}
          data={IDLE_MINUTES.map((choice) => ({
            value: String(choice),
            label: choice === 0 ? t('presence.never') : t('presence.minutes', { count: choice }),
          }))}
          value={String(minutes)}
          onChange={(event) => setMinutes(Number(event.currentTarget.value))}
        />
        <FormActs submit={t('desk.limit.save')} isBusy={isSaving} onCancel={onClose} />
      </Stack>
    </form>
  );
}
