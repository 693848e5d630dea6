import type { LinkProps } from '@tanstack/react-router';
import type { CoopRights } from '#protocol/coops.ts';
import type { TextKey } from '../../platform/i18n/index.ts';

export interface CoopPlace {
  /** Of a page below `/coops/$coopId`. */
  readonly to: NonNullable<LinkProps['to']> & `/coops/$coopId/${string}`;
  readonly name: TextKey;
  /** Absent: for everybody with a level. */
  readonly isFor?: (rights: CoopRights) => boolean;
}

const isForAdmins = ({ mayManageAccounts }: CoopRights) => mayManageAccounts;

/** In the order of the bar. */
export const COOP_PLACES: readonly CoopPlace[] = [
  { to: '/coops/$coopId/activity', name: 'activity.title' },
  { to: '/coops/$coopId/admins', name: 'activity.admins.title' },
  { to: '/coops/$coopId/transcripts', name: 'transcripts.title' },
  { to: '/coops/$coopId/statistics', name: 'statistics.title' },
  { to: '/coops/$coopId/feedback', name: 'feedback.title' },
  { to: '/coops/$coopId/contribution', name: 'contribution.title', isFor: isForAdmins },
];

/** Behind “Admin”. */
export const COOP_ADMINISTRATION: readonly CoopPlace[] = [
  { to: '/coops/$coopId/accounts', name: 'coops.nav.accounts', isFor: isForAdmins },
  {
    to: '/coops/$coopId/settings',
    name: 'coops.nav.settings',
    isFor: ({ mayManageCoop }) => mayManageCoop,
  },
];

export function placesFor(places: readonly CoopPlace[], rights: CoopRights): CoopPlace[] {
  return places.filter(({ isFor }) => isFor === undefined || isFor(rights));
}
