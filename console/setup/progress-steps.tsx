import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useText } from '../platform/i18n/index.ts';
import styles from './progress-steps.module.css';
import { STEPS } from './steps.ts';

interface ProgressStepsProps {
  readonly step: number;
  readonly onVisit: (step: number) => void;
}

/** Which steps there are; those behind can be visited again. */
export function ProgressSteps({ step, onVisit }: ProgressStepsProps) {
  const t = useText();

  return (
    <nav aria-label={t('setup.progress')}>
      <ol className={styles.steps}>
        {STEPS.map((name, index) => (
          <li key={name} className={styles.step} aria-current={index === step ? 'step' : undefined}>
            <span className={styles.sign} aria-hidden>
              {index < step ? <IconCheck size={14} stroke={2.4} /> : index + 1}
            </span>
            {index < step ? (
              <UnstyledButton className={styles.name} onClick={() => onVisit(index)}>
                {t(`setup.step.${name}`)}
                <VisuallyHidden>, {t('setup.done')}</VisuallyHidden>
              </UnstyledButton>
            ) : (
              <span className={styles.name}>{t(`setup.step.${name}`)}</span>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.short}>{t('setup.stepOf', { step: step + 1, total: STEPS.length })}</p>
    </nav>
  );
}
