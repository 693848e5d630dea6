import { changeWidget } from '#protocol/widgets.ts';
import type { TextKey } from '../platform/i18n/index.ts';
import { bodyOf, type WidgetDraft } from './widget-draft.ts';

const SAYS: Readonly<Record<string, TextKey>> = {
  name: 'widgets.fault.name',
  chain: 'widgets.fault.chain',
  allowedOrigins: 'widgets.fault.origins',
  colour: 'widgets.fault.colour',
  unansweredSeconds: 'widgets.fault.unanswered',
  texts: 'widgets.fault.text',
};

/** What the server would refuse, by field of the form, by the rules of the endpoint itself. */
export function faultsOf(draft: WidgetDraft): Record<string, TextKey> {
  const result = changeWidget.body.safeParse(bodyOf(draft));
  if (result.success) return {};
  return faultsAt(result.error.issues.map(({ path }) => path.join('.')));
}

/** A sentence for each field that is named by a dotted path; within a list, for the list. */
export function faultsAt(paths: readonly string[]): Record<string, TextKey> {
  return Object.fromEntries(
    paths.map((path) => {
      const [field = ''] = path.split('.');
      return [field === 'texts' ? path : field, SAYS[field] ?? 'widgets.fault.refused'];
    }),
  );
}
