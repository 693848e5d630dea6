import { Alert, Button, Group, Paper } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { ConsortiumStep } from './consortium-step.tsx';
import { EntranceStep } from './entrance-step.tsx';
import { LibraryStep } from './library-step.tsx';
import { OwnerStep } from './owner-step.tsx';
import { ProgressSteps } from './progress-steps.tsx';
import styles from './setup-form.module.css';
import { SummaryStep } from './summary-step.tsx';
import { type Creating, useSetupForm } from './use-setup-form.ts';

/** A step a screen; Enter goes on, and nothing is made before the last. */
export function SetupForm({ creating }: { creating: Creating }) {
  const t = useText();
  const setup = useSetupForm(creating);
  const { stepName, step, form } = setup;

  return (
    <>
      <ProgressSteps step={step} onVisit={setup.visit} />
      <Paper
        component="form"
        className={styles.card}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setup.goOn();
        }}
      >
        <fieldset className={styles.fields} key={stepName} ref={setup.fields}>
          <legend className={styles.legend} tabIndex={-1}>
            {t(`setup.step.${stepName}`)}
          </legend>
          <p className={styles.explains}>{t(`setup.explains.${stepName}`)}</p>
          {stepName === 'consortium' && <ConsortiumStep form={form} />}
          {stepName === 'library' && <LibraryStep form={form} />}
          {stepName === 'owner' && <OwnerStep form={form} />}
          {stepName === 'entrance' && <EntranceStep form={form} />}
          {stepName === 'summary' && <SummaryStep draft={form.values} onChange={setup.visit} />}
        </fieldset>
        <div role="alert">
          {setup.trouble && <Alert color="late">{sentenceFor(t, setup.trouble)}</Alert>}
        </div>
        <Group justify="space-between" mt="lg">
          {step > 0 ? (
            <Button variant="default" onClick={() => setup.visit(step - 1)}>
              {t('setup.back')}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" loading={creating.isPending}>
            {t(stepName === 'summary' ? 'setup.create' : 'setup.next')}
          </Button>
        </Group>
      </Paper>
    </>
  );
}
