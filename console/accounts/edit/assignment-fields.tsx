import type { UseFormReturnType } from '@mantine/form';
import type { AccountDetail } from '#protocol/account-administration.ts';
import { useText } from '../../platform/i18n/index.ts';
import { ContactsField } from '../fields/contacts-field.tsx';
import { QueuesField } from '../fields/queues-field.tsx';
import { ThingsField } from '../fields/things-field.tsx';
import { useThings } from '../fields/use-things.ts';
import type { AccountDraft } from './account-draft.ts';

interface AssignmentFieldsProps {
  readonly form: UseFormReturnType<AccountDraft>;
  readonly account: AccountDetail;
}

export function AssignmentFields({ form, account }: AssignmentFieldsProps) {
  const t = useText();
  const { queues, pools, rooms } = useThings(account.institutionId);
  const { queueIds, poolIds, roomIds, contactIds } = form.values;

  return (
    <>
      <QueuesField
        queues={queues}
        value={queueIds}
        onChange={(ids) => form.setFieldValue('queueIds', ids)}
        error={form.errors.queueIds}
      />
      <ThingsField
        label={t('accounts.pools')}
        things={pools}
        value={poolIds}
        onChange={(ids) => form.setFieldValue('poolIds', ids)}
        error={form.errors.poolIds}
      />
      <ThingsField
        label={t('accounts.rooms')}
        things={rooms}
        value={roomIds}
        onChange={(ids) => form.setFieldValue('roomIds', ids)}
        error={form.errors.roomIds}
      />
      <ContactsField
        institutionId={account.institutionId}
        exceptId={account.id}
        value={contactIds}
        onChange={(ids) => form.setFieldValue('contactIds', ids)}
        error={form.errors.contactIds}
      />
    </>
  );
}
