import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createCoop } from '#protocol/coops.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify } from '../../platform/notify/index.ts';
import { useRefreshCoops } from '../use-refresh-coops.ts';

export interface CoopDraft {
  readonly name: string;
  readonly institutionIds: readonly string[];
  readonly queueNames: readonly string[];
  readonly coopAdminId: string | undefined;
}

export const NEW_COOP: CoopDraft = {
  name: '',
  institutionIds: [],
  queueNames: [],
  coopAdminId: undefined,
};

/** Makes it, and leads to where its coverage hours are set. */
export function useCreateCoop() {
  const t = useText();
  const navigate = useNavigate();
  const refresh = useRefreshCoops();

  return useMutation({
    mutationFn: ({ name, institutionIds, queueNames, coopAdminId }: CoopDraft) =>
      call(createCoop, {
        body: {
          name,
          institutionIds: [...institutionIds],
          queueNames: [...queueNames],
          ...(coopAdminId === undefined ? {} : { coopAdminId }),
        },
      }),
    onSuccess: async ({ id: coopId, name }) => {
      notify(t('coops.created', { name }));
      await refresh();
      await navigate({ to: '/coops/$coopId/settings', params: { coopId } });
    },
  });
}
