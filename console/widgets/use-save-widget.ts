import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeWidget, createWidget, type Widget } from '#protocol/widgets.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useUndo } from '../platform/notify/index.ts';
import { widgetsQuery } from './queries.ts';
import { bodyOf, draftOf, type WidgetDraft } from './widget-draft.ts';

/** Saves a changed widget, or makes a new one when `before` is null. A change can be taken back. */
export function useSaveWidget(before: Widget | null) {
  const t = useText();
  const queryClient = useQueryClient();

  const write = async (draft: WidgetDraft): Promise<Widget> => {
    const body = bodyOf(draft);
    if (before) return call(changeWidget, { params: { widgetId: before.id }, body });
    return call(createWidget, { body: { ...body, institutionId: draft.institutionId } });
  };
  const refresh = () => queryClient.invalidateQueries({ queryKey: widgetsQuery.queryKey });
  const undo = useUndo(refresh);

  return useMutation({
    mutationFn: write,
    onSuccess: async ({ name }) => {
      const goBack = before && undo(() => write(draftOf(before)));
      notify(t(before ? 'widgets.saved' : 'widgets.made', { name }), goBack ?? undefined);
      await refresh();
    },
  });
}
