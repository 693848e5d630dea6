import { z } from 'zod';
import { account } from '#protocol/accounts.ts';
import { patronChat, staffChat } from '#protocol/chats.ts';
import { chatEvent, speaker } from '#protocol/events.ts';
import { institution } from '#protocol/institutions.ts';
import { ownPresence } from '#protocol/presence.ts';
import { problem } from '#protocol/problems.ts';
import { deskQueue, queue } from '#protocol/queues.ts';
import { visitedPage } from '#protocol/schemas.ts';
import { ticket } from '#protocol/tickets.ts';
import {
  availability,
  chainStep,
  widget,
  widgetAppearance,
  widgetTexts,
} from '#protocol/widgets.ts';

/** JSON Schema, as far as a page or a client needs to know it. */
export interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | boolean;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
}

/** What stands under its own name, since several endpoints speak of it. */
const NAMED = {
  Account: account,
  Availability: availability,
  ChainStep: chainStep,
  ChatEvent: chatEvent,
  DeskQueue: deskQueue,
  Institution: institution,
  OwnPresence: ownPresence,
  PatronChat: patronChat,
  Problem: problem,
  Queue: queue,
  Speaker: speaker,
  StaffChat: staffChat,
  Ticket: ticket,
  VisitedPage: visitedPage,
  Widget: widget,
  WidgetAppearance: widgetAppearance,
  WidgetTexts: widgetTexts,
};

const names = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(NAMED)) names.add(schema, { id: name });

/** The named shapes, for `components.schemas`. */
export function namedShapes(): Record<string, Shape> {
  const shapes = Object.entries(NAMED).map(([name, schema]) => [name, withoutName(schema, name)]);
  return Object.fromEntries(shapes);
}

/** A schema of the contract as JSON Schema; named ones by reference. */
export function shapeOf(schema: z.ZodType): Shape {
  const { $schema: _, $defs: __, ...shape } = toJsonSchema(schema);
  return pointToComponents(shape);
}

/** A named schema is itself a reference; what it refers to lies in its definitions. */
function withoutName(schema: z.ZodType, name: string): Shape {
  const { $defs = {} } = toJsonSchema(z.object({ it: schema }));
  const { id: _, ...shape } = ($defs as Record<string, Record<string, unknown>>)[name] ?? {};
  return pointToComponents(shape);
}

function toJsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io: 'input',
    metadata: names,
    override: ({ jsonSchema }) => {
      // The name of a format says more than the pattern that checks it.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
}

function pointToComponents(shape: Record<string, unknown>): Shape {
  return JSON.parse(JSON.stringify(shape).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
