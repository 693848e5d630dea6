import { useMutation } from '@tanstack/react-query';
import { type AccountRow, setPassword } from '#protocol/account-administration.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify } from '../../platform/notify/index.ts';

type Setting = { readonly password: string } | { readonly sendLink: true };

/** Sets somebody's password, or mails them a link to choose one. */
export function useSetPassword({ id: accountId, username, email }: AccountRow) {
  const t = useText();

  return useMutation({
    mutationFn: (body: Setting) => call(setPassword, { params: { accountId }, body }),
    onSuccess: (_, body) =>
      notify(
        'sendLink' in body
          ? t('accounts.password.linkSent', { email: email ?? '' })
          : t('accounts.password.done', { username }),
      ),
  });
}
