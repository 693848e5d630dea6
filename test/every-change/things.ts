import { newId } from '../../server/platform/ids.ts';
import { type Caller, NOBODY } from '../driven-house.ts';
import type { Recorder } from './recorder.ts';

interface Place {
  readonly institutionId: string;
  readonly accountId: string;
  /** An hour from now, as an instant. */
  readonly soon: string;
}

/** What admins do to a library's queues, pools, rooms, widgets and policy page. Answers a widget. */
export async function changeThings(
  recorder: Recorder,
  asOlga: Caller,
  place: Place,
): Promise<string> {
  await changeSharedThings(recorder, asOlga, place);
  const widgetId = await changeQueues(recorder, asOlga, place);
  await changePolicy(recorder, asOlga, place);
  return widgetId;
}

/** Answers a widget. */
async function changeQueues(
  { does }: Recorder,
  asOlga: Caller,
  { institutionId, accountId }: Place,
): Promise<string> {
  const queue = { body: { name: 'Reference', kind: 'chat', institutionId } };
  const queueId = idOf(await does('createQueue', 'queue.created', asOlga, queue));
  const at = { params: { queueId } };
  const place = { params: { queueId, accountId } };
  await does('changeQueue', 'queue.changed', asOlga, { ...at, body: { name: 'Information' } });
  await does('assignOperator', 'account.changed', asOlga, place);
  await does('unassignOperator', 'account.changed', asOlga, place);
  await does('deleteQueue', 'queue.deleted', asOlga, at);
  await does('restoreQueue', 'queue.restored', asOlga, at);

  const chain = [{ queueId, waitSeconds: 30 }];
  const widget = { body: { institutionId, name: 'Site', chain } };
  const widgetId = idOf(await does('createWidget', 'widget.created', asOlga, widget));
  const params = { widgetId };
  await does('changeWidget', 'widget.changed', asOlga, { params, body: { name: 'Blog' } });
  return widgetId;
}

async function changeSharedThings(
  { does }: Recorder,
  asOlga: Caller,
  { institutionId, accountId }: Place,
): Promise<void> {
  for (const kind of ['Pool', 'Room'] as const) {
    const noun = kind.toLowerCase();
    const made = { body: { name: 'Loans', institutionId } };
    const id = idOf(await does(`create${kind}`, `${noun}.created`, asOlga, made));
    const at = { params: { [`${noun}Id`]: id } };
    const member = { params: { ...at.params, accountId } };
    await does(`change${kind}`, `${noun}.renamed`, asOlga, { ...at, body: { name: 'Lending' } });
    await does(`add${kind}Member`, 'account.changed', asOlga, member);
    await does(`remove${kind}Member`, 'account.changed', asOlga, member);
    if (kind === 'Pool') {
      const message = { ...at, body: { title: 'Fees', text: 'There are none.' } };
      const added = await does('createPoolMessage', 'canned_message.created', asOlga, message);
      const one = { params: { ...at.params, messageId: idOf(added) } };
      const other = { ...one, body: { title: 'Fines' } };
      await does('changePoolMessage', 'canned_message.changed', asOlga, other);
      await does('deletePoolMessage', 'canned_message.deleted', asOlga, one);
    }
    await does(`delete${kind}`, `${noun}.deleted`, asOlga, at);
    await does(`restore${kind}`, `${noun}.restored`, asOlga, at);
  }
}

async function changePolicy(
  { does, call }: Recorder,
  asOlga: Caller,
  { institutionId, soon }: Place,
): Promise<void> {
  const at = { params: { institutionId } };
  const page = (version: number, text: string) => ({
    ...at,
    body: {
      version,
      sections: [],
      snippets: [{ id: newId(), title: 'Loans', text }],
      reviewBy: null,
    },
  });
  await does('savePolicy', 'policy.changed', asOlga, page(0, 'Three weeks.'));
  await call('savePolicy', asOlga, page(1, 'Four weeks.'));
  await does('restorePolicyVersion', 'policy.restored', asOlga, {
    params: { ...at.params, version: '1' },
    body: { version: 2 },
  });
  const alert = { ...at, body: { text: 'No heating.', endsAt: soon } };
  const alertId = idOf(await does('raisePolicyAlert', 'policy.alertRaised', asOlga, alert));
  const raised = { params: { ...at.params, alertId } };
  await does('endPolicyAlert', 'policy.alertEnded', asOlga, raised);

  const body = { label: 'Press', username: 'guest', secret: 'open sesame', note: '' };
  const secretId = idOf(
    await does('addPolicySecret', 'policy_secret.created', asOlga, { ...at, body }),
  );
  const secret = { params: { ...at.params, secretId } };
  const other = { ...secret, body: { ...body, secret: 'open sesame twice' } };
  await does('replacePolicySecret', 'policy_secret.replaced', asOlga, other);
  // To the library's operator as well, who may.
  const shown = 'policy_secret.revealed';
  await does('revealPolicySecret', [shown, shown], asOlga, { ...secret, body: {} });
  await does('deletePolicySecret', 'policy_secret.deleted', asOlga, secret);

  const told = await call('reportPolicyProblem', asOlga, { ...at, body: { text: 'Wrong hours.' } });
  const problem = { params: { ...at.params, problemId: idOf(told) }, body: {} };
  await does('resolvePolicyProblem', 'policy.problemResolved', asOlga, problem);
}

/** What whoever handles a question does to its ticket. */
export async function changeTickets(
  { does, call }: Recorder,
  asOlga: Caller,
  widgetId: string,
): Promise<void> {
  const leave = async (email: string) => {
    const body = { clientId: newId(), question: 'When do you open?', email };
    return (await call('leaveQuestion', NOBODY, { params: { widgetId }, body }))['ticketId'];
  };
  const ticketId = String(await leave('rosa@example.org'));
  const at = { params: { ticketId } };
  // From one address to another: neither is told, that it happened is.
  const moved = { ...at, body: { email: 'rosa@example.com' } };
  await does('changeTicket', 'ticket.addressChanged', asOlga, moved);
  const answer = { clientId: newId(), text: 'At nine.', after: 1_000 };
  await does('replyToTicket', 'ticket.changed', asOlga, { ...at, body: answer });
  const intoId = await leave('rosa@example.com');
  await does('mergeTicket', 'ticket.merged', asOlga, { ...at, body: { intoId } });
  await does('unmergeTicket', 'ticket.unmerged', asOlga, at);
}

function idOf(body: Record<string, unknown>): string {
  return String(body['id']);
}
