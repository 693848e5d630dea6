import { Button, Select, Stack, Textarea } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PolicyPage } from '#protocol/policies.ts';
import { reportPolicyProblem } from '#protocol/policy-problems.ts';
import { call } from '../../platform/api/index.ts';
import { FormActs } from '../../platform/fields/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, sentenceFor } from '../../platform/notify/index.ts';
import { useFaultFocus } from '../../platform/use-fault-focus.ts';
import { Refusal } from '../../session/refusal.tsx';
import { POLICIES_KEY } from '../queries.ts';

const MOST_CHARACTERS = 2_000;

/** A button that opens into a form: what is wrong, and where. */
export function ReportProblem({ page }: { readonly page: PolicyPage }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);

  if (isOpen) return <ReportForm page={page} onDone={() => setOpen(false)} />;
  return (
    <Button
      mt="lg"
      variant="default"
      leftSection={<IconFlag aria-hidden size={16} stroke={1.6} />}
      onClick={() => setOpen(true)}
    >
      {t('policies.report')}
    </Button>
  );
}

function ReportForm({ page, onDone }: { readonly page: PolicyPage; readonly onDone: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const { institutionId, sections, snippets, owner } = page;
  const [passageId, setPassageId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useFaultFocus(isTried);
  const reporting = useMutation({
    mutationFn: () =>
      call(reportPolicyProblem, {
        params: { institutionId },
        body: passageId === null ? { text } : { passageId, text },
      }),
    onSuccess: async () => {
      notify(t('policies.report.sent'));
      onDone();
      await queryClient.invalidateQueries({ queryKey: POLICIES_KEY });
    },
  });
  const fault = isTried && text.trim() === '' && t('policies.report.need');

  return (
    <form
      ref={form}
      noValidate
      aria-label={t('policies.report')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (text.trim() !== '') reporting.mutate();
      }}
    >
      <Stack gap="sm" mt="lg">
        <Select
          label={t('policies.report.about')}
          placeholder={t('policies.report.whole')}
          clearable
          data={[...sections, ...snippets].map(({ id, title }) => ({ value: id, label: title }))}
          value={passageId}
          onChange={setPassageId}
        />
        <Textarea
          label={t('policies.report.text')}
          description={
            owner === null
              ? t('policies.report.hint.admins')
              : t('policies.report.hint', { name: owner.displayName })
          }
          autosize
          autoFocus
          minRows={3}
          maxRows={10}
          maxLength={MOST_CHARACTERS}
          value={text}
          error={fault}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Refusal text={reporting.error ? sentenceFor(t, reporting.error) : null} />
        <FormActs
          submit={t('policies.report.send')}
          isBusy={reporting.isPending}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
