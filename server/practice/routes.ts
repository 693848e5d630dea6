import { beginPractice, finishTour } from '#protocol/practice.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { beginPractice as begin } from './begin-practice.ts';
import { saveToured } from './store.ts';

export function routePractice(app: App, parts: Parts): void {
  const { database, clock } = parts;

  route(app, beginPractice, async ({ actor, body }) => {
    const { chatId, isNew } = await begin(parts, actor, body.script);
    return isNew ? created({ chatId }) : ok({ chatId });
  });

  route(app, finishTour, async ({ actor }) => {
    await saveToured(database.sql, actor.accountId, clock.now());
    return noContent();
  });
}
