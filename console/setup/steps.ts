import type { z } from 'zod';
import { newPassword, username } from '#protocol/accounts.ts';
import { timeZone } from '#protocol/hours.ts';
import { institutionCode } from '#protocol/institutions.ts';
import { emailAddress, personName } from '#protocol/schemas.ts';
import { origin } from '#protocol/widgets.ts';
import type { TextKey } from '../platform/i18n/index.ts';
import type { Draft } from './draft.ts';

export const STEPS = ['consortium', 'library', 'owner', 'entrance', 'summary'] as const;
export type StepName = (typeof STEPS)[number];

export interface Fault {
  readonly path: string;
  readonly says: TextKey;
}

/** What keeps a step from being done, by field, in the order of the page. */
export function faultsOf(step: StepName, draft: Draft): Fault[] {
  switch (step) {
    case 'consortium':
      return check(draft.consortiumName, personName, 'consortiumName', 'setup.fault.name');
    case 'library':
      return [
        ...check(draft.institution.name, personName, 'institution.name', 'setup.fault.name'),
        ...check(draft.institution.code, institutionCode, 'institution.code', 'setup.fault.code'),
        ...check(
          draft.institution.timeZone,
          timeZone,
          'institution.timeZone',
          'setup.fault.timeZone',
        ),
      ];
    case 'owner':
      return ownerFaults(draft.owner);
    case 'entrance':
      return [
        ...check(draft.queueName, personName, 'queueName', 'setup.fault.name'),
        ...check(draft.widget.name, personName, 'widget.name', 'setup.fault.name'),
        ...check(
          draft.widget.allowedOrigins,
          origin.array(),
          'widget.allowedOrigins',
          'widgets.fault.origins',
        ),
      ];
    case 'summary':
      return STEPS.slice(0, -1).flatMap((name) => faultsOf(name, draft));
  }
}

/** The step that shows a field; the first for a field that none shows. */
export function stepOf(path: string): number {
  if (path.startsWith('institution.')) return STEPS.indexOf('library');
  if (path.startsWith('owner.')) return STEPS.indexOf('owner');
  if (path.startsWith('queueName') || path.startsWith('widget.')) return STEPS.indexOf('entrance');
  return 0;
}

function ownerFaults({ displayName, username: name, email, password, repeat }: Draft['owner']) {
  return [
    ...check(displayName, personName, 'owner.displayName', 'setup.fault.name'),
    ...check(name, username, 'owner.username', 'setup.fault.username'),
    ...(email === '' ? [] : check(email, emailAddress, 'owner.email', 'setup.fault.email')),
    ...check(password, newPassword, 'owner.password', 'setup.fault.password'),
    ...(password === repeat ? [] : [{ path: 'owner.repeat', says: 'setup.fault.repeat' } as const]),
  ];
}

function check(value: unknown, schema: z.ZodType, path: string, says: TextKey): Fault[] {
  return schema.safeParse(value).success ? [] : [{ path, says }];
}
