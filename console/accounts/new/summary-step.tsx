import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { institutionsQuery } from '../../institutions/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { summaryStyles as styles } from '../../platform/wizard/index.ts';
import type { Thing } from '../fields/things-field.tsx';
import type { useThings } from '../fields/use-things.ts';
import { chosenContactsQuery } from '../queries.ts';
import type { Draft } from './draft.ts';
import { STEPS, type StepName } from './steps.ts';

interface SummaryStepProps {
  readonly draft: Draft;
  readonly things: ReturnType<typeof useThings>;
  readonly onChange: (step: StepName) => void;
}

/** All that will be made, each part with a way back to it. */
export function SummaryStep({ draft, things, onChange }: SummaryStepProps) {
  const t = useText();
  const institutions = useQuery(institutionsQuery).data?.items ?? [];
  const contacts = useQuery(chosenContactsQuery(draft.institutionId, draft.contactIds)).data?.items;
  const institution = institutions.find(({ id }) => id === draft.institutionId)?.name ?? '';
  const name = `${draft.firstName} ${draft.lastName}`.trim();
  const none = t('accounts.none');
  const namesOf = (ids: readonly string[], known: readonly Thing[]) =>
    known.filter(({ id }) => ids.includes(id)).map((thing) => thing.name);
  const password = () => {
    if (draft.invite) return t('accounts.summary.invite');
    return t(draft.password === '' ? 'accounts.summary.again' : 'accounts.summary.password');
  };

  const parts: Readonly<Record<Exclude<StepName, 'summary'>, string[]>> = {
    username: [draft.username, name, institution],
    password: [password()],
    email: [draft.email],
    copy: draft.copies && draft.copyFrom !== null ? [draft.copyFrom.label] : [],
    queues: namesOf(draft.queueIds, things.queues),
    contacts: contacts?.map(({ displayName }) => displayName) ?? [],
    pools: draft.allPools
      ? [t('accounts.summary.allPools', { count: things.pools.length })]
      : namesOf(draft.poolIds, things.pools),
    rooms: namesOf(draft.roomIds, things.rooms),
    admin: [t(draft.isAdmin ? 'accounts.summary.admin' : 'accounts.summary.noAdmin')],
  };
  const isLong = (step: StepName) => ['queues', 'contacts', 'pools', 'rooms'].includes(step);

  return (
    <dl className={styles.summary}>
      {STEPS.map((step) => {
        if (step === 'summary') return null;
        const lines = parts[step].filter((line) => line !== '');
        const shown = isLong(step) ? [lines.join(', ')].filter((line) => line !== '') : lines;
        return (
          <div className={styles.part} key={step}>
            <dt className={styles.name}>{t(`accounts.step.${step}`)}</dt>
            <dd className={styles.lines}>
              {shown.length === 0 ? none : shown.map((line) => <div key={line}>{line}</div>)}
            </dd>
            <dd className={styles.change}>
              <Button size="compact-sm" variant="subtle" onClick={() => onChange(step)}>
                {t('accounts.summary.change')}
                <VisuallyHidden> {t(`accounts.step.${step}`)}</VisuallyHidden>
              </Button>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
