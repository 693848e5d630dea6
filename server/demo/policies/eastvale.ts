import { EASTVALE } from '../libraries.ts';
import type { DemoPolicy } from './policy.ts';

export const EASTVALE_POLICY: DemoPolicy = {
  library: EASTVALE,
  owner: 'eastvale-mei-c',
  savedDaysAgo: 12,
  reviewInDays: 40,
  sections: [
    [
      'catalogue',
      'Catalogue: Omni',
      'https://omni.eastvale.example, in English and French. It searches 18 universities’ holdings together; “Request” brings a book from any of them.',
    ],
    [
      'borrowing',
      'Borrowing',
      'Undergraduates 30 items for 3 weeks, graduates and staff 200 for a term. Visitors: a reader’s card for 60 dollars a year, free for students of other universities with their card.',
    ],
    [
      'fees',
      'Fees',
      'None for late books. Recalled books: 2 dollars a day from the date of the recall. Lost books at cost.',
    ],
    [
      'renewals',
      'Renewals',
      'By themselves until somebody else asks for the book, for two years at most.',
    ],
    [
      'reserves',
      'Course reserves',
      'Leganto, linked in each course’s page. Paper copies at the Hadley desk, 2 hours.',
    ],
    [
      'pin',
      'Eastvale account',
      'Patrons sign in with their Eastvale account and a second factor. Who has lost the telephone: IT Service Desk, 555 0199, around the clock.',
    ],
    [
      'hours',
      'Hours',
      'Hadley Library: every day 8:00 to midnight. Law and Medicine: https://www.eastvale.example/library/hours. Closed from 24 December to 2 January.',
    ],
    [
      'phone',
      'Phone',
      'Service desk 555 0190. Research help 555 0191, in French on Tuesdays and Thursdays.',
    ],
    [
      'databases',
      'Databases',
      'Off campus: sign in through Omni, or put the proxy in front of the address. Walk-in users have most databases at the stations on the ground floor.',
    ],
    ['errors', 'Errors on this page', 'Mei Chen (555 0193). Please say in which section.'],
    [
      'own',
      'Theses and consultations',
      'Graduates book an hour with the librarian of their subject: https://www.eastvale.example/consult. Referrals home are answered by 10:00 of the next working day.',
    ],
    [
      'own',
      'En français',
      'Toutes les pages existent en français sous https://www.eastvale.example/fr. Si vous ne parlez pas français, dites-le et proposez un rappel : la bibliothèque rappelle dans la journée.',
    ],
  ],
  snippets: [
    [
      'Through the proxy',
      'If the publisher asks you to pay, please open the article from Omni, https://omni.eastvale.example, and sign in with your Eastvale account: then our licence counts.',
    ],
    [
      'Book a consultation',
      'For a thesis or a larger paper, the librarian of your subject takes an hour for you: https://www.eastvale.example/consult',
    ],
    [
      'Prendre rendez-vous',
      'Pour un mémoire ou un travail plus long, la bibliothécaire de votre discipline vous reçoit une heure : https://www.eastvale.example/fr/rendez-vous',
    ],
    [
      'Referred home',
      'I pass your question on to Eastvale’s own librarians. You have their answer by e-mail by 10 o’clock of the next working day.',
    ],
  ],
  secrets: [],
  alert:
    'Omni is slow this morning. If a search does not come back, try the old catalogue: https://classic.eastvale.example',
};
