import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Widget } from '#protocol/widgets.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmbedCode } from '../widgets/index.ts';
import styles from './setup-done.module.css';

/** What a desk lacks when it is new, in the order of need. */
const NEXT = [
  { to: '/users', key: 'accounts' },
  { to: '/libraries', key: 'hours' },
  { to: '/pools', key: 'canned' },
  { to: '/policies', key: 'policies' },
] as const;

export function SetupDone({ widget }: { widget: Widget }) {
  const t = useText();

  return (
    <Stack gap="lg">
      <div>
        <PageHeading title={t('setup.ready.title')} />
        <Text mt="xs">{t('setup.ready.text')}</Text>
      </div>
      <EmbedCode code={widget.embedCode} />
      <Text>
        {t('setup.ready.page')}{' '}
        <Anchor href={widget.chatUrl} target="_blank" rel="noreferrer">
          {widget.chatUrl}
        </Anchor>
      </Text>
      <Group>
        <Button component={Link} to="/" size="md">
          {t('setup.openDesk')}
        </Button>
        <Button component={Link} to="/widgets" size="md" variant="default">
          {t('setup.toWidgets')}
        </Button>
      </Group>
      <section>
        <h2 className={styles.next}>{t('setup.then')}</h2>
        <ul className={styles.steps}>
          {NEXT.map(({ to, key }) => (
            <li key={key}>
              <Anchor component={Link} to={to}>
                {t(`setup.then.${key}`)}
              </Anchor>
              <Text size="sm" c="dimmed">
                {t(`setup.then.${key}.why`)}
              </Text>
            </li>
          ))}
        </ul>
      </section>
    </Stack>
  );
}
