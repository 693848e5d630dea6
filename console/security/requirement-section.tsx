import { Stack, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changeInstitution, type Institution } from '#protocol/institutions.ts';
import { institutionsQuery } from '../institutions/index.ts';
import { call, isProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useTrouble, useUndo } from '../platform/notify/index.ts';
import { useSession } from '../session/index.ts';
import { Refusal } from '../session/refusal.tsx';
import { ListState } from '../shell/list-state.tsx';
import { Section } from './section.tsx';
import { useRefreshFactors } from './use-refresh-factors.ts';

/** What the libraries that the reader manages require of everybody. */
export function RequirementSection() {
  const t = useText();
  const { role, institutionId } = useSession();
  const institutions = useQuery(institutionsQuery);
  const requiring = useRequire();
  const isOwnMissing = isProblem(requiring.error, 'breaks_rule');

  return (
    <Section title={t('security.require')} lead={t('security.require.lead')}>
      <ListState query={institutions}>
        {({ items }) => (
          <Stack gap="sm">
            {items
              .filter(({ id }) => role === 'owner' || id === institutionId)
              .map((institution) => (
                <Switch
                  key={institution.id}
                  label={t('security.require.of', { library: institution.name })}
                  checked={institution.secondFactorRequired}
                  disabled={requiring.isPending}
                  onChange={(event) =>
                    requiring.mutate({ institution, required: event.currentTarget.checked })
                  }
                />
              ))}
            <Refusal text={isOwnMissing ? t('security.require.ownFirst') : null} />
          </Stack>
        )}
      </ListState>
    </Section>
  );
}

interface Requirement {
  readonly institution: Institution;
  readonly required: boolean;
}

/** Requires a second factor or lets people do without; the notice about it takes it back. */
function useRequire() {
  const t = useText();
  const queryClient = useQueryClient();
  const tellTrouble = useTrouble();
  const refreshFactors = useRefreshFactors();
  const mutationFn = ({ institution, required }: Requirement) =>
    call(changeInstitution, {
      params: { institutionId: institution.id },
      body: { secondFactorRequired: required },
    });
  const onSettled = async () => {
    await queryClient.invalidateQueries({ queryKey: institutionsQuery.queryKey });
    await refreshFactors();
  };
  const onError = (error: unknown) => {
    if (!isProblem(error, 'breaks_rule')) tellTrouble(error);
  };

  const undo = useUndo(onSettled);
  return useMutation({
    mutationFn,
    onSuccess: (_, { institution, required }) =>
      notify(
        t(required ? 'security.require.on' : 'security.require.off', {
          library: institution.name,
        }),
        undo(() => mutationFn({ institution, required: !required })),
      ),
    onError,
    onSettled,
  });
}
