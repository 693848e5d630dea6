import { ContactsField } from '../fields/contacts-field.tsx';
import { QueuesField } from '../fields/queues-field.tsx';
import { useThings } from '../fields/use-things.ts';
import { AdminStep } from './admin-step.tsx';
import { CopyStep } from './copy-step.tsx';
import { EmailStep } from './email-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { PoolsStep } from './pools-step.tsx';
import { RoomsStep } from './rooms-step.tsx';
import type { StepName } from './steps.ts';
import { SummaryStep } from './summary-step.tsx';
import type { WizardForm } from './use-wizard.ts';
import { UsernameStep } from './username-step.tsx';

interface StepFieldsProps {
  readonly step: StepName;
  readonly form: WizardForm;
  /** From the summary back to a step. */
  readonly onChange: (step: StepName) => void;
}

/** The fields of one step. */
export function StepFields({ step, form, onChange }: StepFieldsProps) {
  const { institutionId, queueIds, contactIds } = form.values;
  const things = useThings(institutionId);

  switch (step) {
    case 'username':
      return <UsernameStep form={form} />;
    case 'password':
      return <PasswordStep form={form} />;
    case 'email':
      return <EmailStep form={form} />;
    case 'copy':
      return <CopyStep form={form} things={things} />;
    case 'queues':
      return (
        <QueuesField
          queues={things.queues}
          value={queueIds}
          onChange={(ids) => form.setFieldValue('queueIds', ids)}
          error={form.errors.queueIds}
        />
      );
    case 'contacts':
      return (
        <ContactsField
          institutionId={institutionId}
          value={contactIds}
          onChange={(ids) => form.setFieldValue('contactIds', ids)}
          error={form.errors.contactIds}
        />
      );
    case 'pools':
      return <PoolsStep form={form} pools={things.pools} />;
    case 'rooms':
      return <RoomsStep form={form} rooms={things.rooms} />;
    case 'admin':
      return <AdminStep form={form} />;
    case 'summary':
      return <SummaryStep draft={form.values} things={things} onChange={onChange} />;
  }
}
