import { type FloatingPosition, Menu, UnstyledButton, useMatches } from '@mantine/core';
import { IconMessageShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { coopsQuery } from './queries.ts';
import { useFreshCoops } from './use-fresh-coops.ts';

interface ChatMenuProps {
  /** How the bar draws a place: whole, its icon, its name. */
  readonly styles: Readonly<Record<string, string>>;
}

/**
 * “Chat”: one “Login” for each co-op that the reader has a level in, as they know it from elsewhere. It
 * leads to the co-op’s dashboard, without a second password. Nothing for who is in no co-op.
 */
export function ChatMenu({ styles }: ChatMenuProps) {
  const t = useText();
  useFreshCoops();
  const { data } = useQuery(coopsQuery);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const position = useMatches<FloatingPosition>({ base: 'top', sm: 'right-start' });

  if (!data || data.items.length === 0) return null;
  return (
    <li>
      <Menu
        position={position}
        shadow="md"
        width={240}
        withinPortal={false}
        floatingStrategy="fixed"
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <UnstyledButton
            className={styles['place']}
            title={t('coops.chat')}
            data-current={path.startsWith('/coops/') || undefined}
          >
            <IconMessageShare aria-hidden size={22} stroke={1.6} />
            <span className={styles['name']}>{t('coops.chat')}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('coops.chat')} mah="70dvh" style={{ overflowY: 'auto' }}>
          {data.items.map(({ id, name }) => (
            <Fragment key={id}>
              <Menu.Label id={`coop-${id}`}>{name}</Menu.Label>
              <Menu.Item
                aria-describedby={`coop-${id}`}
                renderRoot={(props) => (
                  <Link to="/coops/$coopId" params={{ coopId: id }} {...props} />
                )}
              >
                {t('coops.login')}
              </Menu.Item>
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
