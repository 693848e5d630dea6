import { Button, VisuallyHidden } from '@mantine/core';
import { LANGUAGE_NAMES, useText } from '../platform/i18n/index.ts';
import { summaryStyles as styles } from '../platform/wizard/index.ts';
import type { Draft } from './draft.ts';
import { STEPS } from './steps.ts';

interface SummaryStepProps {
  readonly draft: Draft;
  readonly onChange: (step: number) => void;
}

/** All that will be made, each part with a way back to it. */
export function SummaryStep({ draft, onChange }: SummaryStepProps) {
  const t = useText();
  const { consortiumName, institution, owner, queueName, widget } = draft;
  const language = LANGUAGE_NAMES[institution.language];
  const password = t(owner.password === '' ? 'setup.password.again' : 'setup.password.entered');
  const origins = widget.allowedOrigins.join(', ') || t('setup.origins.any');

  const parts = {
    consortium: [consortiumName],
    library: [institution.name, institution.code, `${institution.timeZone}, ${language}`],
    owner: [owner.displayName, owner.username, owner.email, password],
    entrance: [queueName, widget.name, origins],
  };
  return (
    <dl className={styles.summary}>
      {Object.entries(parts).map(([name, lines]) => {
        const step = STEPS.find((known) => known === name) ?? 'summary';
        return (
          <div className={styles.part} key={name}>
            <dt className={styles.name}>{t(`setup.step.${step}`)}</dt>
            <dd className={styles.lines}>
              {lines
                .filter((line) => line !== '')
                .map((line) => (
                  <div key={line}>{line}</div>
                ))}
            </dd>
            <dd className={styles.change}>
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => onChange(STEPS.indexOf(step))}
              >
                {t('setup.change')}
                <VisuallyHidden> {t(`setup.step.${step}`)}</VisuallyHidden>
              </Button>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
