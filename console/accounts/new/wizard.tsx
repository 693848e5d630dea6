import { Alert, Button, Group, Paper } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { ProgressSteps } from './progress-steps.tsx';
import { StepFields } from './step-fields.tsx';
import { STEPS } from './steps.ts';
import { useFirstField } from './use-first-field.ts';
import type { Creating, useWizard } from './use-wizard.ts';
import styles from './wizard.module.css';

interface WizardProps {
  readonly wizard: ReturnType<typeof useWizard>;
  readonly creating: Creating;
}

/** From this step on, all that is left may stay as it is. */
const OPTIONAL_FROM = STEPS.indexOf('copy');

/** Enter goes on, Alt with an arrow goes either way, Ctrl with Enter goes to the summary. */
export function Wizard({ wizard, creating }: WizardProps) {
  const t = useText();
  const { step, form, fields } = wizard;
  const position = STEPS.indexOf(step);
  const isSummary = step === 'summary';
  useFirstField(fields, step);

  const steer = (event: KeyboardEvent) => {
    const act = actOf(event, wizard);
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={styles.wizard}>
      <ProgressSteps step={step} onVisit={wizard.visit} />
      <Paper
        component="form"
        className={styles.card}
        noValidate
        onKeyDown={steer}
        onSubmit={(event) => {
          event.preventDefault();
          if (!creating.isPending) wizard.goOn();
        }}
      >
        <fieldset className={styles.fields} key={step} ref={fields}>
          <legend className={styles.legend} tabIndex={-1}>
            {t(`accounts.step.${step}`)}
          </legend>
          <p className={styles.explains}>{t(`accounts.explains.${step}`)}</p>
          <StepFields step={step} form={form} onChange={wizard.visit} />
        </fieldset>
        <div role="alert">
          {wizard.trouble && (
            <Alert color="late" mt="md">
              {sentenceFor(t, wizard.trouble)}
            </Alert>
          )}
        </div>
        <Group justify="space-between" mt="lg">
          {position > 0 ? (
            <Button variant="default" onClick={wizard.goBack}>
              {t('accounts.back')}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="xs">
            {position >= OPTIONAL_FROM && position < STEPS.length - 2 && (
              <Button variant="subtle" onClick={wizard.toSummary}>
                {t('accounts.toSummary')}
              </Button>
            )}
            <Button type="submit" data-goes-on loading={creating.isPending}>
              {t(isSummary ? 'accounts.createNow' : 'accounts.next')}
            </Button>
          </Group>
        </Group>
      </Paper>
      <p className={styles.keys}>{t('accounts.keys')}</p>
    </div>
  );
}

function actOf(event: KeyboardEvent, { goBack, goOn, toSummary, step }: WizardProps['wizard']) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    return step === 'summary' ? goOn : toSummary;
  }
  // Where Alt with an arrow moves by a word, it goes on doing so.
  if (!event.altKey || event.ctrlKey || event.metaKey || /Mac/.test(navigator.userAgent))
    return null;
  if (event.key === 'ArrowLeft') return goBack;
  return event.key === 'ArrowRight' && step !== 'summary' ? goOn : null;
}
