import { Alert, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import type { AccountDetail } from '#protocol/account-administration.ts';
import { ApiProblem, isProblem } from '../../platform/api/index.ts';
import { type TextKey, useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { useSession } from '../../session/index.ts';
import { LonelyWarning } from '../fields/lonely-warning.tsx';
import {
  type AccountDraft,
  changeOf,
  draftOf,
  faultsAt,
  faultsOf,
  isChanged,
} from './account-draft.ts';
import styles from './account-form.module.css';
import { AssignmentFields } from './assignment-fields.tsx';
import { MoveSection } from './move-section.tsx';
import { PersonFields } from './person-fields.tsx';
import { RoleFields } from './role-fields.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import { useSaveAccount } from './use-save-account.ts';

interface AccountFormProps {
  readonly account: AccountDetail;
  readonly onDirty: (isDirty: boolean) => void;
  /** A question stands before the form, or does not any more. */
  readonly onAsking: (isAsking: boolean) => void;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function AccountForm(props: AccountFormProps) {
  const { account: read, onDirty, onAsking, onSaved, onCancel } = props;
  const t = useText();
  const { id: ownId, role: ownRole } = useSession();
  const fields = useRef<HTMLFormElement>(null);
  // What was read when the form opened: a list that is read anew changes nothing under one's hands.
  const [account] = useState(read);
  const before = draftOf(account);
  const form = useForm<AccountDraft>({ initialValues: before });
  const saving = useSaveAccount(account);
  const isDirty = isChanged(before, form.values);
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  // A drawer that opened before the account was read has left the focus on its cross.
  useEffect(() => fields.current?.querySelector('input')?.focus(), []);

  const show = (faults: Record<string, TextKey>) => {
    form.setErrors(Object.fromEntries(Object.entries(faults).map(([path, key]) => [path, t(key)])));
    requestAnimationFrame(() =>
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  const save = () => {
    if (!isDirty) return onSaved();
    const faults = faultsOf(changeOf(before, form.values));
    if (Object.keys(faults).length > 0) return show(faults);
    saving.mutate(form.values, {
      onSuccess: onSaved,
      onError: (error) => {
        if (error instanceof ApiProblem) show(refusedFields(error));
      },
    });
  };
  const leaving = {
    accountIds: [account.id],
    queueIds: form.values.chatAccess
      ? before.queueIds.filter((id) => !form.values.queueIds.includes(id))
      : null,
  };
  // A conflict that is about no field, and a role that is to change: the last of its kind.
  const isLast =
    isProblem(saving.error, 'conflict') &&
    saving.error.fields.size === 0 &&
    form.values.role !== before.role;

  return (
    <form
      ref={fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        <PersonFields form={form} isOwn={account.id === ownId} />
        <AssignmentFields form={form} account={account} />
        <RoleFields form={form} account={account} />
        {ownRole === 'owner' && (
          <MoveSection account={account} isDirty={isDirty} onAsking={onAsking} onMoved={onSaved} />
        )}
        <LonelyWarning leaving={leaving} institutionId={account.institutionId} />
        <div role="alert">
          {saving.error && (
            <Alert color="late">
              {isLast ? t('accounts.fault.lastAdmin') : sentenceFor(t, saving.error)}
            </Alert>
          )}
        </div>
        <Group justify="space-between" className={styles.foot}>
          <SignOutButton account={account} onAsking={onAsking} />
          <Group>
            <Button variant="default" onClick={onCancel}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t('accounts.save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function refusedFields(error: ApiProblem): Record<string, TextKey> {
  const faults = faultsAt([...error.fields.keys()]);
  return error.code === 'conflict' && faults.username
    ? { ...faults, username: 'accounts.fault.taken' }
    : faults;
}
