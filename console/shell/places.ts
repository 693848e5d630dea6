import {
  IconBook2,
  IconBuildingBank,
  IconChartBar,
  IconCode,
  IconDoor,
  IconFileText,
  IconGridDots,
  IconHeartHandshake,
  IconHistory,
  IconInbox,
  IconMessages,
  IconMoodSmile,
  type IconProps,
  IconQuote,
  IconSitemap,
  IconUsers,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { TextKey } from '../platform/i18n/index.ts';

export interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  readonly name: TextKey;
  readonly Icon: ComponentType<IconProps>;
}

/** Places that others lie below: the desk, and the co-ops, each of which is reached by “Chat”. */
export const EXACT: ReadonlySet<string> = new Set(['/', '/coops']);

export const PLACES: readonly Place[] = [
  { to: '/', name: 'shell.nav.desk', Icon: IconMessages },
  { to: '/tickets', name: 'shell.nav.questions', Icon: IconInbox },
  { to: '/policies', name: 'shell.nav.policies', Icon: IconBook2 },
  { to: '/transcripts', name: 'transcripts.title', Icon: IconFileText },
  { to: '/statistics', name: 'statistics.title', Icon: IconChartBar },
  { to: '/feedback', name: 'feedback.title', Icon: IconMoodSmile },
  { to: '/widgets', name: 'shell.nav.widgets', Icon: IconCode },
];

/** For admins and the owner alone. */
export const ADMINISTRATION: readonly Place[] = [
  { to: '/users', name: 'shell.nav.users', Icon: IconUsers },
  { to: '/queues', name: 'shell.nav.queues', Icon: IconSitemap },
  { to: '/pools', name: 'shell.nav.pools', Icon: IconQuote },
  { to: '/rooms', name: 'shell.nav.rooms', Icon: IconDoor },
  { to: '/assignments', name: 'shell.nav.assignments', Icon: IconGridDots },
  { to: '/audit', name: 'shell.nav.audit', Icon: IconHistory },
];

/** For the owner of the installation alone. */
export const OWNERSHIP: readonly Place[] = [
  { to: '/libraries', name: 'shell.nav.libraries', Icon: IconBuildingBank },
  { to: '/coops', name: 'shell.nav.coops', Icon: IconHeartHandshake },
];

/** In its place for admins, who see one library: theirs. */
export const OWN_LIBRARY: Place = {
  to: '/libraries',
  name: 'shell.nav.library',
  Icon: IconBuildingBank,
};
