import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useText } from '../i18n/index.ts';
import styles from './progress-steps.module.css';

interface ProgressStepsProps {
  readonly label: string;
  /** Their names, in order. */
  readonly steps: readonly string[];
  /** Of the step that is shown. */
  readonly position: number;
  /** A column beside the card, or a row above it. */
  readonly lies: 'beside' | 'above';
  readonly onVisit: (position: number) => void;
}

/** Which steps there are; those behind can be visited again. */
export function ProgressSteps({ label, steps, position, lies, onVisit }: ProgressStepsProps) {
  const t = useText();

  return (
    <nav aria-label={label}>
      <ol className={styles.steps} data-lies={lies}>
        {steps.map((name, index) => (
          <li
            key={name}
            className={styles.step}
            aria-current={index === position ? 'step' : undefined}
          >
            <span className={styles.sign} aria-hidden>
              {index < position ? <IconCheck size={14} stroke={2.4} /> : index + 1}
            </span>
            {index < position ? (
              <UnstyledButton onClick={() => onVisit(index)}>
                {name}
                <VisuallyHidden>, {t('shell.step.done')}</VisuallyHidden>
              </UnstyledButton>
            ) : (
              <span>{name}</span>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.short}>
        {t('shell.step.of', { step: position + 1, total: steps.length })}
      </p>
    </nav>
  );
}
