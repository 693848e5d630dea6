import { Alert, Button, Group } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { ProgressSteps, StepCard } from '../platform/wizard/index.ts';
import { ConsortiumStep } from './consortium-step.tsx';
import { EntranceStep } from './entrance-step.tsx';
import { LibraryStep } from './library-step.tsx';
import { OwnerStep } from './owner-step.tsx';
import { STEPS } from './steps.ts';
import { SummaryStep } from './summary-step.tsx';
import { type Creating, useSetupForm } from './use-setup-form.ts';

/** A step a screen; Enter goes on, and nothing is made before the last. */
export function SetupForm({ creating }: { creating: Creating }) {
  const t = useText();
  const setup = useSetupForm(creating);
  const { stepName, step, form } = setup;

  return (
    <>
      <ProgressSteps
        label={t('setup.progress')}
        steps={STEPS.map((name) => t(`setup.step.${name}`))}
        position={step}
        lies="above"
        onVisit={setup.visit}
      />
      <StepCard
        step={stepName}
        title={t(`setup.step.${stepName}`)}
        explains={t(`setup.explains.${stepName}`)}
        fieldsRef={setup.fields}
        onSubmit={setup.goOn}
        foot={
          <>
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
          </>
        }
      >
        {stepName === 'consortium' && <ConsortiumStep form={form} />}
        {stepName === 'library' && <LibraryStep form={form} />}
        {stepName === 'owner' && <OwnerStep form={form} />}
        {stepName === 'entrance' && <EntranceStep form={form} />}
        {stepName === 'summary' && <SummaryStep draft={form.values} onChange={setup.visit} />}
      </StepCard>
    </>
  );
}
