import type { Hours, Span } from '#protocol/hours.ts';
import type { Language } from '#protocol/schemas.ts';
import type { WidgetTexts } from '#protocol/widgets.ts';
import type { CannedMessage } from './canned-messages.ts';
import { EASTVALE_MESSAGES, HARBOUR_MESSAGES, NORTHFIELD_MESSAGES } from './canned-messages.ts';

type LibraryCode = 'northfield' | 'harbour' | 'eastvale';

export interface Person {
  readonly username: string;
  readonly displayName: string;
}

export interface DemoLibrary {
  readonly code: LibraryCode;
  /** Fixed: by it the demonstration knows itself, and a real library that has this code is not taken for it. */
  readonly institutionId: string;
  readonly widgetId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly languages: Language[];
  readonly queueName: string;
  readonly proactiveQueueName: string | null;
  readonly colour: string;
  /** A library's own words are in one language, so those that speak two leave them to the widget. */
  readonly texts: WidgetTexts;
  readonly admin: Person;
  readonly adminLevel: 'institutionAdmin' | 'coopAdmin';
  /** When the co-op answers for it; null: always. */
  readonly coverage: Hours | null;
  readonly operators: readonly Person[];
  readonly messages: readonly CannedMessage[];
}

export const COOP_NAME = 'Night Owls';
const ALL_DAY: Span[] = [{ from: '00:00', to: '24:00' }];

/** All week but for two days a year, so that whoever tries it at any other hour meets the co-op at work. */
const NEARLY_ALWAYS: Hours = {
  timeZone: 'America/New_York',
  week: [ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY],
  holidays: [
    { date: '2026-12-25', name: 'Christmas Day', spans: [] },
    { date: '2027-01-01', name: 'New Year’s Day', spans: [] },
  ],
};

/** Of the co-op, for those who answer in Spanish. */
export const SPANISH_QUEUE_NAME = 'En español';
export const CONSORTIUM_NAME = 'Night Owls Library Consortium';
export const DEMO_PASSWORD = 'carrel-demo';

/** Whom a first visitor signs in as. */
export const DEMO_USERNAME = 'northfield-sadie-p';

export const OWNER: Person = { username: 'owner', displayName: 'Ruth Abernathy' };

export const NORTHFIELD: DemoLibrary = {
  code: 'northfield',
  institutionId: '019a0000-0000-7000-8000-000000000001',
  widgetId: '019a0000-0000-7000-8000-000000000011',
  name: 'Northfield College',
  timeZone: 'America/New_York',
  languages: ['en'],
  queueName: 'Northfield Reference',
  proactiveQueueName: 'Northfield Proactive',
  colour: '#7a2733',
  texts: {
    title: 'Ask Northfield',
    greeting: 'Looking for an article, a book, or a place to start? Ask. A librarian answers.',
    introduction:
      'You are talking with a librarian of a partner library, who can see how things are done at Northfield.',
  },
  admin: { username: 'northfield-admin', displayName: 'Grace Okafor' },
  adminLevel: 'institutionAdmin',
  coverage: NEARLY_ALWAYS,
  operators: [
    { username: DEMO_USERNAME, displayName: 'Sadie Parrish' },
    { username: 'northfield-marcus-l', displayName: 'Marcus Lindqvist' },
    { username: 'northfield-priya-n', displayName: 'Priya Nair' },
  ],
  messages: NORTHFIELD_MESSAGES,
};

export const HARBOUR: DemoLibrary = {
  code: 'harbour',
  institutionId: '019a0000-0000-7000-8000-000000000002',
  widgetId: '019a0000-0000-7000-8000-000000000012',
  name: 'Harbour City Public Library',
  timeZone: 'America/Los_Angeles',
  languages: ['en', 'es'],
  queueName: 'Harbour City Information',
  proactiveQueueName: null,
  colour: '#0b5c77',
  texts: {},
  admin: { username: 'harbour-admin', displayName: 'Daniel Reyes' },
  adminLevel: 'institutionAdmin',
  coverage: null,
  operators: [
    { username: 'harbour-elena-v', displayName: 'Elena Vargas' },
    { username: 'harbour-joe-k', displayName: 'Joe Kowalski' },
    { username: 'harbour-aisha-b', displayName: 'Aisha Bello' },
  ],
  messages: HARBOUR_MESSAGES,
};

export const EASTVALE: DemoLibrary = {
  code: 'eastvale',
  institutionId: '019a0000-0000-7000-8000-000000000003',
  widgetId: '019a0000-0000-7000-8000-000000000013',
  name: 'Eastvale University',
  timeZone: 'America/Toronto',
  languages: ['en', 'fr'],
  queueName: 'Eastvale Research Help',
  proactiveQueueName: null,
  colour: '#3f3a8c',
  texts: {},
  admin: { username: 'eastvale-admin', displayName: 'Hélène Roy' },
  adminLevel: 'coopAdmin',
  coverage: null,
  operators: [
    { username: 'eastvale-luc-t', displayName: 'Luc Tremblay' },
    { username: 'eastvale-mei-c', displayName: 'Mei Chen' },
    { username: 'eastvale-noor-h', displayName: 'Noor Haddad' },
  ],
  messages: EASTVALE_MESSAGES,
};

export const LIBRARIES: readonly DemoLibrary[] = [NORTHFIELD, HARBOUR, EASTVALE];
