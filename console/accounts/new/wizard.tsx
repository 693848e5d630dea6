import { Alert, Button, Group } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { ProgressSteps, StepCard } from '../../platform/wizard/index.ts';
import { StepFields } from './step-fields.tsx';
import { STEPS } from './steps.ts';
import { useFirstField } from './use-first-field.ts';
import type { Creating, useWizard } from './use-wizard.ts';
import styles from './wizard.module.css';

interface WizardProps {
  readonly wizard: ReturnType<typeof useWizard>;
  readonly creating: Creating;
}

interface WizardActsProps {
  readonly wizard: WizardProps['wizard'];
  readonly isCreating: boolean;
}

/** From this step on, all that is left may stay as it is. */
const OPTIONAL_FROM = STEPS.indexOf('copy');

/** Enter goes on, Alt with an arrow goes either way, Ctrl with Enter goes to the summary. */
export function Wizard({ wizard, creating }: WizardProps) {
  const t = useText();
  const { step, form, fields } = wizard;
  const position = STEPS.indexOf(step);
  useFirstField(fields, step);

  const steer = (event: KeyboardEvent) => {
    const act = actOf(event, wizard);
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={styles.wizard}>
      <ProgressSteps
        label={t('accounts.progress')}
        steps={STEPS.map((name) => t(`accounts.step.${name}`))}
        position={position}
        lies="beside"
        onVisit={(index) => wizard.visit(STEPS[index] ?? step)}
      />
      <StepCard
        step={step}
        title={t(`accounts.step.${step}`)}
        explains={t(`accounts.explains.${step}`)}
        fieldsRef={fields}
        onKeyDown={steer}
        onSubmit={() => {
          if (!creating.isPending) wizard.goOn();
        }}
        foot={
          <>
            <div role="alert">
              {wizard.trouble && (
                <Alert color="late" mt="md">
                  {sentenceFor(t, wizard.trouble)}
                </Alert>
              )}
            </div>
            <WizardActs wizard={wizard} isCreating={creating.isPending} />
          </>
        }
      >
        <StepFields step={step} form={form} onChange={wizard.visit} />
      </StepCard>
      <p className={styles.keys}>{t('accounts.keys')}</p>
    </div>
  );
}

function WizardActs({ wizard, isCreating }: WizardActsProps) {
  const t = useText();
  const position = STEPS.indexOf(wizard.step);
  return (
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
        <Button type="submit" data-goes-on loading={isCreating}>
          {t(wizard.step === 'summary' ? 'accounts.createNow' : 'accounts.next')}
        </Button>
      </Group>
    </Group>
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
