import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endPolicyAlert, type PolicyAlert, raisePolicyAlert } from '#protocol/policies.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, useTrouble, useUndo } from '../../platform/notify/index.ts';
import { POLICIES_KEY } from '../queries.ts';

/** Raises alerts and ends them; either can be taken back. */
export function useAlertActs(institutionId: string) {
  const t = useText();
  const queryClient = useQueryClient();
  const tellTrouble = useTrouble();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: POLICIES_KEY });
  const raise = ({ text, endsAt }: Pick<PolicyAlert, 'text' | 'endsAt'>) =>
    call(raisePolicyAlert, { params: { institutionId }, body: { text, endsAt } });
  const end = ({ id }: Pick<PolicyAlert, 'id'>) =>
    call(endPolicyAlert, { params: { institutionId, alertId: id } });

  const undo = useUndo(onSettled);

  const raising = useMutation({
    mutationFn: raise,
    onSuccess: (raised) =>
      notify(
        t('policies.alert.raised'),
        undo(() => end(raised)),
      ),
    onSettled,
  });
  const ending = useMutation({
    mutationFn: end as (alert: PolicyAlert) => Promise<null>,
    onSuccess: (_, alert) =>
      notify(
        t('policies.alert.ended'),
        undo(() => raise(alert)),
      ),
    onError: tellTrouble,
    onSettled,
  });
  return { raising, ending };
}
