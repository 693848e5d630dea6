import type { AccountRow } from '#protocol/account-administration.ts';
import { AccountDrawer } from './edit/account-drawer.tsx';
import { PasswordDialog } from './edit/password-dialog.tsx';
import { ChangesDrawer } from './several/changes-drawer.tsx';
import { DeleteQuestion } from './several/delete-question.tsx';

/** What stands before the list, and for whom. */
export type UserDialog =
  | { readonly kind: 'edit' | 'password'; readonly account: AccountRow }
  | { readonly kind: 'change' | 'delete'; readonly accounts: readonly AccountRow[] };

interface UserDialogsProps {
  readonly dialog: UserDialog | null;
  readonly onClose: () => void;
  /** The selected have been dealt with. */
  readonly onDone: () => void;
}

export function UserDialogs({ dialog, onClose, onDone }: UserDialogsProps) {
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'edit':
      return <AccountDrawer account={dialog.account} onClose={onClose} />;
    case 'password':
      return <PasswordDialog account={dialog.account} onClose={onClose} />;
    case 'delete':
      return (
        <DeleteQuestion
          accounts={dialog.accounts}
          onClose={onClose}
          onDeleted={() => {
            onDone();
            onClose();
          }}
        />
      );
    case 'change':
      return <ChangesDrawer accounts={dialog.accounts} onClose={onClose} />;
  }
}
