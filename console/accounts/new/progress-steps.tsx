import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useText } from '../../platform/i18n/index.ts';
import styles from './progress-steps.module.css';
import { STEPS, type StepName } from './steps.ts';

interface ProgressStepsProps {
  readonly step: StepName;
  readonly onVisit: (step: StepName) => void;
}

/** Which steps there are; those behind can be visited again. */
export function ProgressSteps({ step, onVisit }: ProgressStepsProps) {
  const t = useText();
  const position = STEPS.indexOf(step);

  return (
    <nav aria-label={t('accounts.progress')}>
      <ol className={styles.steps}>
        {STEPS.map((name, index) => (
          <li key={name} className={styles.step} aria-current={name === step ? 'step' : undefined}>
            <span className={styles.sign} aria-hidden>
              {index < position ? <IconCheck size={14} stroke={2.4} /> : index + 1}
            </span>
            {index < position ? (
              <UnstyledButton className={styles.name} onClick={() => onVisit(name)}>
                {t(`accounts.step.${name}`)}
                <VisuallyHidden>, {t('accounts.done')}</VisuallyHidden>
              </UnstyledButton>
            ) : (
              <span>{t(`accounts.step.${name}`)}</span>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.short}>
        {t('accounts.stepOf', { step: position + 1, total: STEPS.length })}
      </p>
    </nav>
  );
}
