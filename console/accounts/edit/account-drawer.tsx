import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountRow } from '#protocol/account-administration.ts';
import { ListState } from '../../shell/list-state.tsx';
import { DiscardQuestion } from '../../widgets/discard-question.tsx';
import { accountQuery } from '../queries.ts';
import { useFocusReturn } from '../use-focus-return.ts';
import { AccountForm } from './account-form.tsx';

interface AccountDrawerProps {
  readonly account: AccountRow;
  readonly onClose: () => void;
}

/** All of one account beside the list. Closing with changes asks first. */
export function AccountDrawer({ account, onClose }: AccountDrawerProps) {
  const detail = useQuery({ ...accountQuery(account.id), staleTime: 0 });
  const [isDirty, setDirty] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isAskedWithin, setAskedWithin] = useState(false);
  const close = () => (isDirty ? setAsking(true) : onClose());
  useFocusReturn();

  return (
    <Drawer
      opened
      onClose={close}
      // Escape answers the question that stands before the drawer, and no more.
      closeOnEscape={!isAsking && !isAskedWithin}
      title={account.displayName}
      position="right"
      size="lg"
    >
      <ListState query={detail}>
        {(read) => (
          <AccountForm
            account={read}
            onDirty={setDirty}
            onAsking={setAskedWithin}
            onSaved={onClose}
            onCancel={close}
          />
        )}
      </ListState>
      {isAsking && <DiscardQuestion onKeep={() => setAsking(false)} onDiscard={onClose} />}
    </Drawer>
  );
}
