import { Button, Fieldset, Input, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import type { OwnedQueue } from '#protocol/queues.ts';
import type { ChainStep } from '#protocol/widgets.ts';
import { useText } from '../platform/i18n/index.ts';
import { moveUp, nextStep } from './chain.ts';
import styles from './chain-field.module.css';
import { ChainStepField } from './chain-step-field.tsx';
import { useChainWords } from './use-chain-words.ts';

interface ChainFieldProps {
  readonly queues: readonly OwnedQueue[];
  readonly value: ChainStep[];
  readonly onChange: (chain: ChainStep[]) => void;
  readonly error: ReactNode;
}

/** Who hears of a chat, and in which order; every act has its button, so that the keyboard does it all. */
export function ChainField({ queues, value, onChange, error }: ChainFieldProps) {
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  const sayChain = useChainWords(queues);

  const add = () => {
    const step = nextStep(value, queues);
    if (step === null) return;
    onChange([...value, step]);
    focusStep(value.length);
  };
  const remove = (index: number) => {
    onChange(value.filter((_, other) => other !== index));
    focusStep(Math.max(0, index - 1));
  };
  /** The button that was pressed is gone or elsewhere: the focus goes to the step that took its place. */
  const focusStep = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('select')[index]?.focus());

  return (
    <Fieldset legend={t('widgets.chain')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('widgets.chain.hint')}
      </Text>
      <ol className={styles.steps} ref={list}>
        {value.map((step, index) => (
          <ChainStepField
            // biome-ignore lint/suspicious/noArrayIndexKey: a queue may stand in a chain twice, so the place alone tells steps apart.
            key={index}
            step={step}
            number={index + 1}
            isLast={index === value.length - 1}
            queues={queues}
            onChange={(changed) => onChange(value.with(index, changed))}
            onUp={() => {
              onChange(moveUp(value, index));
              focusStep(index - 1);
            }}
            onDown={() => {
              onChange(moveUp(value, index + 1));
              focusStep(index + 1);
            }}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <Button
        mt="sm"
        variant="light"
        size="xs"
        aria-invalid={error ? true : undefined}
        leftSection={<IconPlus aria-hidden size={16} stroke={1.8} />}
        disabled={queues.length === 0}
        onClick={add}
      >
        {t('widgets.chain.add')}
      </Button>
      {error && <Input.Error mt="xs">{error}</Input.Error>}
      <Text size="sm" mt="sm" role="status">
        {value.length > 0 && t('widgets.chain.says', { chain: sayChain(value) })}
      </Text>
    </Fieldset>
  );
}
