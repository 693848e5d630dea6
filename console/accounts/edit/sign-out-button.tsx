import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type AccountDetail, endAccountSessions } from '#protocol/account-administration.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, sentenceFor } from '../../platform/notify/index.ts';
import { YesNoQuestion } from '../yes-no-question.tsx';

interface SignOutButtonProps {
  readonly account: AccountDetail;
  readonly onAsking: (isAsking: boolean) => void;
}

/** Ends all sessions of an account, after a question: whoever is at work there loses the desk. */
export function SignOutButton({ account, onAsking }: SignOutButtonProps) {
  const t = useText();
  const { id: accountId, username } = account;
  const [isAsking, setAsking] = useState(false);
  useEffect(() => onAsking(isAsking), [isAsking, onAsking]);
  const ending = useMutation({
    mutationFn: () => call(endAccountSessions, { params: { accountId } }),
    onSuccess: () => {
      setAsking(false);
      notify(t('accounts.signedOut', { username }));
    },
  });

  return (
    <>
      <Button variant="subtle" color="late" onClick={() => setAsking(true)}>
        {t('accounts.signOut')}
      </Button>
      {isAsking && (
        <YesNoQuestion
          title={t('accounts.signOut.title', { username })}
          isPending={ending.isPending}
          trouble={ending.error && sentenceFor(t, ending.error)}
          onYes={() => ending.mutate()}
          onNo={() => setAsking(false)}
        >
          {t('accounts.signOut.text')}
        </YesNoQuestion>
      )}
    </>
  );
}
