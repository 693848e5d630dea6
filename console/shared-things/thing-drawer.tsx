import { Drawer } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import type { Thing, ThingKind } from './thing.ts';
import { ThingForm } from './thing-form.tsx';

interface ThingDrawerProps {
  readonly kind: ThingKind;
  readonly thing: Thing | 'new' | null;
  readonly onClose: () => void;
}

export function ThingDrawer({ kind, thing, onClose }: ThingDrawerProps) {
  const t = useText();
  const isNew = thing === null || thing === 'new';

  return (
    <Drawer
      opened={thing !== null}
      onClose={onClose}
      title={isNew ? t(kind.words.new) : t('things.edit', { name: thing.name })}
      position="right"
    >
      {thing !== null && <ThingForm kind={kind} thing={isNew ? null : thing} onDone={onClose} />}
    </Drawer>
  );
}
