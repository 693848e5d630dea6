import { Drawer } from '@mantine/core';
import { useState } from 'react';
import type { OwnedQueue } from '#protocol/queues.ts';
import type { Widget } from '#protocol/widgets.ts';
import { useText } from '../platform/i18n/index.ts';
import { DiscardQuestion } from './discard-question.tsx';
import { WidgetForm } from './widget-form.tsx';

interface WidgetDrawerProps {
  readonly widget: Widget | 'new' | null;
  readonly queues: readonly OwnedQueue[];
  readonly onClose: () => void;
}

/** The form beside the list. What is typed survives a refusal; closing with changes asks first. */
export function WidgetDrawer({ widget, queues, onClose }: WidgetDrawerProps) {
  const t = useText();
  const [isDirty, setDirty] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const title =
    widget === null || widget === 'new'
      ? t('widgets.new')
      : t('widgets.editName', { name: widget.name });

  const finish = () => {
    setDirty(false);
    setAsking(false);
    onClose();
  };
  const close = () => (isDirty ? setAsking(true) : finish());

  return (
    <Drawer
      opened={widget !== null}
      onClose={close}
      closeOnEscape={!isAsking}
      title={title}
      position="right"
      size="lg"
    >
      {widget !== null && (
        <WidgetForm
          widget={widget === 'new' ? null : widget}
          queues={queues}
          onDirty={setDirty}
          onSaved={finish}
          onCancel={close}
        />
      )}
      {isAsking && <DiscardQuestion onKeep={() => setAsking(false)} onDiscard={finish} />}
    </Drawer>
  );
}
