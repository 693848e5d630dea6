import { Button, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type PolicyProblem, resolvePolicyProblem } from '#protocol/policy-problems.ts';
import { call } from '../../platform/api/index.ts';
import { FormActs } from '../../platform/fields/index.ts';
import { useDates, useText } from '../../platform/i18n/index.ts';
import { notify, sentenceFor } from '../../platform/notify/index.ts';
import { Refusal } from '../../session/refusal.tsx';
import styles from '../policies.module.css';
import { POLICIES_KEY } from '../queries.ts';

interface ProblemCardProps {
  readonly institutionId: string;
  readonly problem: PolicyProblem;
  readonly mayResolve: boolean;
}

/** One report, and what became of it. */
export function ProblemCard({ institutionId, problem, mayResolve }: ProblemCardProps) {
  const t = useText();
  const { moment } = useDates();
  const { passage, text, resolvedAt, resolvedBy, note } = problem;
  const [isResolving, setResolving] = useState(false);

  return (
    <li className={styles.card}>
      <h2 className={styles.name}>{passage ?? t('policies.report.whole')}</h2>
      <p className={styles.facts}>{useReporter(problem)}</p>
      <p className={styles.words}>{text}</p>
      {resolvedAt !== null && (
        <>
          <p className={styles.facts}>
            {t('policies.problems.resolvedBy', {
              name: resolvedBy ?? t('policies.edit.conflict.somebody'),
              moment: moment(resolvedAt),
            })}
          </p>
          {note !== null && <p className={styles.words}>{note}</p>}
        </>
      )}
      {mayResolve &&
        resolvedAt === null &&
        (isResolving ? (
          <ResolveForm
            institutionId={institutionId}
            problemId={problem.id}
            onCancel={() => setResolving(false)}
          />
        ) : (
          <Button mt="sm" variant="default" onClick={() => setResolving(true)}>
            {t('policies.problems.resolve')}
          </Button>
        ))}
    </li>
  );
}

function useReporter({ isMine, reportedBy, reporterInstitution, createdAt }: PolicyProblem) {
  const t = useText();
  const { moment } = useDates();
  const at = { moment: moment(createdAt) };
  if (isMine) return t('policies.problems.byMe', at);
  if (reportedBy === null || reporterInstitution === null) return t('policies.problems.byGone', at);
  return t('policies.problems.by', { name: reportedBy, library: reporterInstitution, ...at });
}

interface ResolveFormProps {
  readonly institutionId: string;
  readonly problemId: string;
  readonly onCancel: () => void;
}

function ResolveForm({ institutionId, problemId, onCancel }: ResolveFormProps) {
  const t = useText();
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const resolving = useMutation({
    mutationFn: () =>
      call(resolvePolicyProblem, { params: { institutionId, problemId }, body: { note } }),
    onSuccess: async () => {
      notify(t('policies.problems.resolvedNow'));
      await queryClient.invalidateQueries({ queryKey: POLICIES_KEY });
    },
  });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        resolving.mutate();
      }}
    >
      <Stack gap="sm" mt="sm">
        <Textarea
          label={t('policies.problems.note')}
          description={t('policies.problems.note.hint')}
          autosize
          autoFocus
          minRows={2}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Refusal text={resolving.error ? sentenceFor(t, resolving.error) : null} />
        <FormActs
          submit={t('policies.problems.resolve')}
          isBusy={resolving.isPending}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
