import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../../platform/i18n/index.ts';
import { PageHeading } from '../../platform/page/index.ts';
import styles from './create-account-page.module.css';
import { CreatedAccount } from './created-account.tsx';
import { anotherLike } from './draft.ts';
import { useCreateAccount } from './use-create-account.ts';
import { useWizard } from './use-wizard.ts';
import { Wizard } from './wizard.tsx';

/** A new account, a step a screen; nothing is saved before the last. */
export function CreateAccountPage() {
  const t = useText();
  const creating = useCreateAccount();
  const wizard = useWizard(creating);

  if (creating.data) {
    return (
      <div className={styles.page}>
        <CreatedAccount
          account={creating.data}
          invited={wizard.form.values.invite}
          onAnother={() => {
            wizard.form.setValues(anotherLike(wizard.form.values));
            wizard.visit('username');
            creating.reset();
          }}
        />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <Anchor component={Link} to="/users" size="sm">
        {t('accounts.title')}
      </Anchor>
      <PageHeading title={t('accounts.create')} />
      <p className={styles.lead}>{t('accounts.create.lead')}</p>
      <Wizard wizard={wizard} creating={creating} />
    </div>
  );
}
