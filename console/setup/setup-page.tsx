import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { isProblem, NetworkProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { AloneLoadingPage } from '../shell/alone.tsx';
import { CarrelMark } from '../shell/carrel-mark.tsx';
import { LanguageChoice } from '../shell/language-choice.tsx';
import { NoticePage } from '../shell/notice-page.tsx';
import { SetupDone } from './setup-done.tsx';
import { SetupForm } from './setup-form.tsx';
import styles from './setup-page.module.css';
import { useCreateInstallation } from './use-create-installation.ts';
import { useSetupLink } from './use-setup-link.ts';

/** The first thing that an owner sees of a Carrel, by a link that works once. */
export function SetupPage() {
  const t = useText();
  const { token, check } = useSetupLink();
  const creating = useCreateInstallation(token);

  if (creating.data) return <Frame>{<SetupDone widget={creating.data.widget} />}</Frame>;
  const refusal = check.error ?? creating.error;
  if (isProblem(refusal, 'already_set_up')) return <UsedLink kind="used" />;
  if (token === '' || isProblem(refusal, 'not_found')) return <UsedLink kind="wrong" />;
  if (check.isPending) return <AloneLoadingPage />;
  if (check.error) {
    const kind = check.error instanceof NetworkProblem ? 'network' : 'internal';
    return (
      <Frame>
        <NoticePage title={t(`shell.failure.${kind}.title`)} text={t(`shell.failure.${kind}.text`)}>
          <Button loading={check.isFetching} onClick={() => check.refetch()}>
            {t('shell.tryAgain')}
          </Button>
        </NoticePage>
      </Frame>
    );
  }
  return (
    <Frame>
      <header className={styles.head}>
        <CarrelMark className={styles.mark} />
        <PageHeading title={t('setup.title')} />
        <p className={styles.lead}>{t('setup.lead')}</p>
      </header>
      <SetupForm creating={creating} />
    </Frame>
  );
}

function UsedLink({ kind }: { kind: 'used' | 'wrong' }) {
  const t = useText();

  return (
    <Frame>
      <NoticePage title={t(`setup.${kind}.title`)} text={t(`setup.${kind}.text`)}>
        <Button component={Link} to="/sign-in">
          {t('setup.toSignIn')}
        </Button>
      </NoticePage>
    </Frame>
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  return (
    <div className={styles.frame}>
      <main className={styles.page}>{children}</main>
      <footer className={styles.language}>
        <LanguageChoice />
      </footer>
    </div>
  );
}
