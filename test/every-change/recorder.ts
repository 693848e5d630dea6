import type { Endpoint } from '#protocol/endpoint.ts';
import { ENDPOINTS } from '#protocol/endpoints.ts';
import type { Caller, House } from '../driven-house.ts';

const BY_NAME = new Map(
  Object.values(ENDPOINTS).flatMap((endpoints) => Object.entries<Endpoint>(endpoints)),
);

/** A change that was done, and what the audit log got by it. */
export interface Done {
  /** Of the endpoint. */
  readonly name: string;
  /** What the log is to call it. */
  readonly actions: readonly string[];
  readonly entries: readonly Entry[];
  /** Whoever asks is not signed in. */
  readonly byNobody: boolean;
  /** Who tried it before, and may not, with the status of their answer. */
  readonly refused: Readonly<Record<string, number>>;
}

export interface Entry {
  readonly action: string;
  readonly actorName: string | null;
  readonly address: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

export interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: object | string;
}

export interface Recorder {
  readonly done: readonly Done[];
  /** From now on, these try each change before it is done; empty: nobody does. */
  letTry(people: Readonly<Record<string, Caller>>): void;
  /** Calls without looking at the log; fails when the call does. Answers the body. */
  call(name: string, caller: Caller, input?: Input): Promise<Record<string, unknown>>;
  /** The same, and notes what the log got. `actions` of entries by nobody begin with `?`. */
  does(
    name: string,
    action: string | readonly string[],
    caller: Caller,
    input?: Input,
  ): Promise<Record<string, unknown>>;
}

export function recordChanges(house: House): Recorder {
  const { sql } = house.parts.database;
  const done: Done[] = [];
  let tryFirst: Readonly<Record<string, Caller>> = {};

  async function lastId(): Promise<string | undefined> {
    const last = await sql
      .selectFrom('audit')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    return last?.id;
  }

  function send(name: string, caller: Caller, { params, query, body }: Input) {
    const endpoint = BY_NAME.get(name);
    if (!endpoint) throw new Error(`There is no endpoint ${name}`);
    const typed = typeof body === 'string' ? { ...caller, 'content-type': 'text/csv' } : caller;
    return house.call(endpoint, { params, query, body } as never, typed);
  }

  async function call(name: string, caller: Caller, input: Input = {}) {
    const answer = await send(name, caller, input);
    if (answer.status >= 300)
      throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return (answer.body ?? {}) as Record<string, unknown>;
  }

  return {
    done,
    call,
    letTry(people) {
      tryFirst = people;
    },
    async does(name, action, caller, input) {
      const refused: Record<string, number> = {};
      // What they changed all the same, or left a trace of, would be among the entries below.
      const since = await lastId();
      for (const [who, other] of Object.entries(tryFirst))
        refused[who] = (await send(name, other, input ?? {})).status;
      const body = await call(name, caller, input);
      await house.parts.jobs.runDue();
      const entries = await sql
        .selectFrom('audit')
        .select(['action', 'actorName', 'address', 'before', 'after'])
        .$if(since !== undefined, (query) => query.where('id', '>', since ?? ''))
        .orderBy('id')
        .execute();
      const actions = [action].flat();
      const byNobody = actions.every((one) => one.startsWith('?'));
      done.push({
        name,
        actions: actions.map((one) => one.replace('?', '')),
        entries,
        byNobody,
        refused,
      });
      return body;
    },
  };
}
