import { ActionIcon, Group, NativeSelect, NumberInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { OwnedQueue } from '#protocol/queues.ts';
import type { ChainStep } from '#protocol/widgets.ts';
import { useText } from '../platform/i18n/index.ts';
import { nameOfStep, stepTo, targetGroups, targetOf } from './chain.ts';
import styles from './chain-step-field.module.css';

interface ChainStepFieldProps {
  readonly step: ChainStep;
  readonly number: number;
  readonly isLast: boolean;
  readonly queues: readonly OwnedQueue[];
  readonly onChange: (step: ChainStep) => void;
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onRemove: () => void;
}

export function ChainStepField(props: ChainStepFieldProps) {
  const { step, number, isLast, queues, onChange, onUp, onDown, onRemove } = props;
  const t = useText();

  const chosen = targetOf(step);
  const groups = targetGroups(queues).map(({ ownerId, ownerName, isCoop, queues: owned }) => ({
    group: ownerName,
    items: [
      ...(isCoop
        ? [{ value: `coop:${ownerId}`, label: t('widgets.chain.coop', { name: ownerName }) }]
        : []),
      ...owned.map(({ id, name }) => ({ value: `queue:${id}`, label: name })),
    ],
  }));
  const isSeen = groups.some(({ items }) => items.some(({ value }) => value === chosen));
  const unseen = { value: chosen, label: nameOfStep(step, queues) ?? t('widgets.chain.unseen') };

  return (
    <li className={styles.step}>
      <NativeSelect
        className={styles.queue}
        label={t('widgets.chain.step', { number })}
        data={isSeen ? groups : [...groups, unseen]}
        value={chosen}
        onChange={(event) => onChange(stepTo(event.currentTarget.value, step.waitSeconds))}
      />
      {!isLast && (
        <NumberInput
          className={styles.seconds}
          label={t('widgets.chain.wait')}
          min={0}
          max={600}
          clampBehavior="strict"
          allowDecimal={false}
          suffix=" s"
          hideControls
          value={step.waitSeconds}
          onChange={(seconds) => onChange({ ...step, waitSeconds: Number(seconds) })}
        />
      )}
      <Group gap={4} wrap="nowrap" className={styles.acts}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('widgets.chain.up', { number })}
          disabled={number === 1}
          onClick={onUp}
        >
          <IconArrowUp size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('widgets.chain.down', { number })}
          disabled={isLast}
          onClick={onDown}
        >
          <IconArrowDown size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('widgets.chain.remove', { number })}
          onClick={onRemove}
        >
          <IconTrash size={18} stroke={1.6} />
        </ActionIcon>
      </Group>
    </li>
  );
}
