import { describe, expect, test } from 'vitest';
import type { PracticeScript } from '#protocol/practice.ts';
import type { TextKey } from '../platform/texts.ts';
import { type Act, type Heard, nextAct } from './follow-script.ts';
import { SCRIPTS } from './scripts/index.ts';

const START = new Date('2026-03-02T09:00:00Z');
const HUNDRED_CHARACTERS = () => 100;
/** Longer than any patron reads and types. */
const LONG = 20;

/** A chat as its events tell it, a second at a time. */
function practice(script: PracticeScript) {
  let now = START.getTime();
  const events: Heard[] = [];
  const add = (kind: string, actorKind: Heard['actorKind'], text: string | null = null) =>
    void events.push({ kind, actorKind, text, at: new Date(now) });

  add('opened', 'p');
  add('message', 'p', 'the opening');
  add('note', 'c', 'take it');

  const look = () => nextAct(SCRIPTS[script], events, HUNDRED_CHARACTERS, new Date(now));
  return {
    look,
    passes(seconds: number) {
      now += seconds * 1_000;
    },
    claim: () => add('claimed', 's'),
    giveBack: () => add('returned', 's'),
    note: () => add('note', 's', 'a note of the operator’s'),
    /** The operator says it, and time enough passes; the patron's answer is stored as the server does. */
    says(text: string): TextKey | undefined {
      add('message', 's', text);
      now += LONG * 1_000;
      const act = look();
      if (act?.what !== 'say') return undefined;
      add('message', 'p', act.turn.says);
      if (act.turn.hint !== undefined) add('note', 'c', act.turn.hint);
      return act.turn.says;
    },
    write: (text: string) => add('message', 's', text),
    /** Does as the server does with a note. */
    take(act: Act | undefined) {
      if (act?.what === 'hint') add('note', 'c', act.hint);
      return act;
    },
  };
}

describe('a scripted patron', () => {
  test('says nothing more before somebody takes the chat, and nothing after it was given back', () => {
    const chat = practice('catalogue');
    chat.passes(600);
    expect(chat.look()).toBeUndefined();
    chat.claim();
    chat.write('Hello! Which edition?');
    chat.giveBack();
    chat.passes(600);
    expect(chat.look()).toBeUndefined();
  });

  test('reads, types, and answers; a further message makes them read again', () => {
    const chat = practice('catalogue');
    chat.claim();
    chat.passes(1);
    chat.take(chat.look());
    chat.write('Hello! Which edition?');
    chat.passes(1);
    expect(chat.look()).toBeUndefined();
    chat.passes(2);
    expect(chat.look()).toEqual({ what: 'type' });
    chat.write('And on paper?');
    chat.passes(1);
    expect(chat.look()).toBeUndefined();
    chat.passes(7);
    expect(chat.look()).toMatchObject({ what: 'say' });
  });

  test('answers what was said', () => {
    const asked = practice('catalogue');
    asked.claim();
    expect(asked.says('Which edition do you need?')).toBe('practice.catalogue.explains');
    expect(asked.says('Here: https://catalogue.example/campbell')).toBe('practice.catalogue.found');
    expect(asked.says('Your library card has it on its back.')).toBe('practice.catalogue.thanks');
    expect(asked.says('Bye')).toBeUndefined();

    const told = practice('catalogue');
    told.claim();
    expect(told.says('Yes')).toBe('practice.catalogue.waits');
  });

  test.each([
    ['en', 'I am so sorry about that'],
    ['fr', 'Je suis désolée, je comprends'],
    ['es', 'Lo siento mucho'],
  ])('is calmed by understanding in any language of the desk: %s', (_, text) => {
    const chat = practice('upset');
    chat.claim();
    expect(chat.says(text)).toBe('practice.upset.calmer');
  });

  test('grows angrier at rules', () => {
    const chat = practice('upset');
    chat.claim();
    expect(chat.says('Fees are due within a week.')).toBe('practice.upset.angrier');
  });

  test.each(Object.keys(SCRIPTS) as PracticeScript[])(
    'is content in the end, whatever the operator says: %s',
    (script) => {
      for (const text of ['Yes', 'Why?', 'https://a.example', 'At 21:00', 'I am sorry']) {
        const chat = practice(script);
        chat.claim();
        const said: unknown[] = [];
        for (let n = 0; n < 10; n += 1) said.push(chat.says(text));
        expect(said).toContain(`practice.${script}.thanks`);
        expect(said.at(-1)).toBeUndefined();
      }
    },
  );

  test.each(Object.entries(SCRIPTS))(
    'leads nowhere but to turns that are there: %s',
    (_, script) => {
      const reached = new Set(['opening']);
      for (const turn of Object.values(script.turns))
        for (const { to } of turn.leads) {
          expect(script.turns[to], to).toBeDefined();
          reached.add(to);
        }
      expect([...reached].sort()).toEqual(Object.keys(script.turns).sort());
      // Without a branch for everything else a patron would fall silent.
      for (const { leads } of Object.values(script.turns))
        if (leads.length > 0) expect(leads.at(-1)?.hears).toBeUndefined();
    },
  );
});

describe('a note beside the chat', () => {
  test('comes after the claim, once', () => {
    const chat = practice('catalogue');
    chat.claim();
    expect(chat.look()).toBeUndefined();
    chat.passes(1);
    expect(chat.take(chat.look())).toEqual({
      what: 'hint',
      hint: 'practice.catalogue.opening.hint',
    });
    expect(chat.look()).toBeUndefined();
  });

  test('tells of a minute without a word, once a turn; notes of the operator’s own change nothing', () => {
    const chat = practice('hours');
    chat.claim();
    chat.passes(1);
    chat.take(chat.look());
    chat.passes(58);
    chat.note();
    expect(chat.look()).toBeUndefined();
    chat.passes(1);
    expect(chat.take(chat.look())).toEqual({ what: 'hint', hint: 'practice.hint.wonders' });
    chat.passes(600);
    expect(chat.look()).toBeUndefined();

    expect(chat.says('Until 21:00')).toBe('practice.hours.fee');
    chat.passes(60);
    expect(chat.take(chat.look())).toEqual({ what: 'hint', hint: 'practice.hint.wonders' });
    chat.passes(60);
    expect(chat.look()).toBeUndefined();
  });
});
