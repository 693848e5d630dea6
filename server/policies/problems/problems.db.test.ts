import { beforeAll, describe, expect, test } from 'vitest';
import { openPolicies, section } from '../../../test/policy-pages.ts';
import { newId } from '../../platform/ids.ts';
import { jobWorker } from '../../platform/jobs/index.ts';
import { type Letter, MAIL } from '../../platform/mail/index.ts';

const policies = await openPolicies();
const { parts, sql, institutions, ids, ask, save, audit, passes } = policies;
const { northfield } = institutions;
const fees = section('Fees', 'Ten cents a day.');

let letters: Letter[] = [];
const worker = jobWorker(parts, (error) => {
  throw error;
});
worker.does(MAIL, async (letter) => void letters.push(letter));
async function post(): Promise<Letter[]> {
  letters = [];
  await worker.runDue();
  return letters;
}

beforeAll(async () => {
  for (const name of ['ada', 'sadie', 'hana'] as const) {
    await sql
      .updateTable('accounts')
      .set({ email: `${name}@library.example` })
      .where('id', '=', ids[name])
      .execute();
  }
  await save('ada', northfield, {
    version: 0,
    reviewBy: null,
    ownerId: ids.sadie,
    sections: [fees],
    snippets: [],
  });
});

type Who = Parameters<typeof ask>[0];
const report = (who: Who, body: object) => ask(who, 'POST', `/${northfield}/problems`, body);
const listed = async (who: Who, rest = '') =>
  (await ask(who, 'GET', `/${northfield}/problems${rest}`)).json().items;
const resolve = (who: Who, id: string, note = '') =>
  ask(who, 'POST', `/${northfield}/problems/${id}/resolve`, { note });

describe('a problem of a page', () => {
  test('goes to who looks after the page, by mail and in their list', async () => {
    const answer = await report('hana', { passageId: fees.id, text: 'There are none since May.' });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ passage: 'Fees', isMine: true, resolvedAt: null });
    const [letter, ...others] = await post();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      to: 'sadie@library.example',
      lead: 'hana of harbour library reports a problem with the policy page of northfield library:',
      list: ['About: Fees', 'There are none since May.'],
    });
    expect(letter?.button.url).toMatch(new RegExp(`/policies/${northfield}\\?tab=problems$`));
    const [stood] = await listed('sadie');
    expect(stood).toMatchObject({ reportedBy: 'hana', isMine: false });
    expect((await ask('sadie', 'GET', `/${northfield}`)).json().openProblems).toBe(1);
    expect((await ask('hana', 'GET', `/${northfield}`)).json().openProblems).toBe(0);
  });

  test('is resolved with a note, which its reporter gets', async () => {
    const { id } = (await report('hana', { text: 'The number is wrong.' })).json();
    await post();
    expect((await resolve('hana', id)).statusCode).toBe(403);
    expect((await resolve('eve', id)).statusCode).toBe(404);
    const done = await resolve('sadie', id, 'Corrected, thank you.');
    expect(done.json()).toMatchObject({ resolvedBy: 'sadie', note: 'Corrected, thank you.' });
    expect(await post()).toMatchObject([
      { to: 'hana@library.example', list: ['Corrected, thank you.'] },
    ]);
    const [mine] = await listed('hana', '?state=resolved');
    expect(mine).toMatchObject({ id, note: 'Corrected, thank you.', isMine: true });
    expect((await resolve('ada', id)).statusCode).toBe(409);
    expect(await post()).toEqual([]);
    expect((await audit()).at(-1)).toMatchObject({ action: 'policy.problemResolved' });
  });

  test('is seen by the page’s keepers and its reporter, and by nobody else', async () => {
    const { id } = (await report('omar', { text: 'Seen by whom?' })).json();
    const sees = async (who: Who) =>
      (await listed(who)).some((one: { id: string }) => one.id === id);
    expect(await sees('omar')).toBe(true);
    expect(await sees('ada')).toBe(true);
    expect(await sees('sadie')).toBe(true);
    expect(await sees('hana')).toBe(false);
    expect((await ask('hugo', 'GET', `/${northfield}/problems`)).statusCode).toBe(404);
    expect((await report('eve', { text: 'I am a stranger' })).statusCode).toBe(404);
    await post();
  });

  test('goes to the admins where nobody looks after the page, and to nobody who reports it', async () => {
    await sql.updateTable('policyPages').set({ ownerId: null }).execute();
    await report('sadie', { text: 'Who reads this?' });
    expect(await post()).toMatchObject([{ to: 'ada@library.example' }]);
    await report('ada', { text: 'I do.' });
    expect(await post()).toEqual([]);
  });

  test('is about a passage of this page, and says something', async () => {
    const unknown = await report('hana', { passageId: newId(), text: 'This one' });
    expect(unknown.statusCode).toBe(422);
    expect(unknown.json().errors).toMatchObject([{ path: 'passageId' }]);
    expect((await report('hana', { text: ' ' })).statusCode).toBe(422);
  });

  test('leafs', async () => {
    const all = await listed('ada', '?limit=200');
    const first = (await ask('ada', 'GET', `/${northfield}/problems?limit=1`)).json();
    const rest = await listed('ada', `?limit=200&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest]).toEqual(all);
    expect(all.length).toBeGreaterThan(2);
  });

  test('is no flood of mails', async () => {
    passes(3_600);
    for (let n = 0; n < 20; n += 1)
      expect((await report('hana', { text: `Number ${n}` })).statusCode).toBe(201);
    expect((await report('hana', { text: 'One more' })).statusCode).toBe(429);
  });
});
