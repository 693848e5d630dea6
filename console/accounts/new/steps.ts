import { username } from '#protocol/accounts.ts';
import { emailAddress, personName } from '#protocol/schemas.ts';
import type { TextKey } from '../../platform/i18n/index.ts';
import { passwordFaults } from '../fields/password-faults.ts';
import type { Draft } from './draft.ts';

export const STEPS = [
  'username',
  'password',
  'email',
  'copy',
  'queues',
  'contacts',
  'pools',
  'rooms',
  'admin',
  'summary',
] as const;
export type StepName = (typeof STEPS)[number];

export interface Fault {
  readonly path: string;
  readonly says: TextKey;
}

/** The step that shows a field, by the field's first word. */
const STEP_OF: Readonly<Record<string, StepName>> = {
  institutionId: 'username',
  displayName: 'username',
  firstName: 'username',
  lastName: 'username',
  username: 'username',
  password: 'password',
  repeat: 'password',
  invite: 'password',
  email: 'email',
  copyFrom: 'copy',
  queueIds: 'queues',
  contactIds: 'contacts',
  poolIds: 'pools',
  roomIds: 'rooms',
  role: 'admin',
};

/** The step that shows a field; the first for a field that none shows. */
export function stepOf(path: string): StepName {
  return STEP_OF[fieldOf(path)] ?? 'username';
}

/** `queueIds.3` is told at the whole list. */
export function fieldOf(path: string): string {
  return path.split('.')[0] ?? path;
}

/** The step before or after; at either end, the same. */
export function neighbour(step: StepName, by: 1 | -1): StepName {
  return STEPS[STEPS.indexOf(step) + by] ?? step;
}

/** What keeps a step from being done, by field, in the order of the page. */
export function faultsOf(step: StepName, draft: Draft): Fault[] {
  switch (step) {
    case 'username':
      return usernameFaults(draft);
    case 'password':
      return draft.invite ? [] : passwordFaults(draft.password, draft.repeat);
    case 'email':
      return emailFaults(draft);
    case 'copy':
      return draft.copies && draft.copyFrom === null
        ? [{ path: 'copyFrom', says: 'accounts.fault.copyFrom' }]
        : [];
    case 'summary':
      return STEPS.slice(0, -1).flatMap((name) => faultsOf(name, draft));
    default:
      return [];
  }
}

function usernameFaults(draft: Draft): Fault[] {
  const name = `${draft.firstName} ${draft.lastName}`.trim();
  const isNameWrong = name !== '' && !personName.safeParse(name).success;
  return [
    ...(isNameWrong ? [{ path: 'firstName', says: 'accounts.fault.name' } as const] : []),
    ...(username.safeParse(draft.username).success
      ? []
      : [{ path: 'username', says: 'accounts.fault.username' } as const]),
  ];
}

function emailFaults({ email, invite }: Draft): Fault[] {
  const address = email.trim();
  if (address === '') return invite ? [{ path: 'email', says: 'accounts.fault.inviteEmail' }] : [];
  if (emailAddress.safeParse(address).success) return [];
  return [{ path: 'email', says: 'accounts.fault.email' }];
}
