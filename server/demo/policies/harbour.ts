import { HARBOUR } from '../libraries.ts';
import type { DemoPolicy } from './policy.ts';

/** Its review is over: what a reader sees of a page that nobody has looked at for too long. */
export const HARBOUR_POLICY: DemoPolicy = {
  library: HARBOUR,
  owner: 'harbour-elena-v',
  savedDaysAgo: 202,
  reviewInDays: -19,
  sections: [
    [
      'catalogue',
      'Catalogue',
      'https://catalogue.harbourcity.example, in English and Spanish. “Request” brings an item to any of the nine branches, in two to four days.',
    ],
    [
      'borrowing',
      'Cards and borrowing',
      'Free for everybody who lives, works or studies in Harbour City: something with the name and something with the address, at any branch. A temporary card from the web site opens e-books at once, for 60 days.\n50 items, 3 weeks; films 1 week. No age limit.',
    ],
    [
      'fees',
      'Fees',
      'No late fees for children’s books. Others: 10 cents a day, 5 dollars at most for an item. A card is blocked from 15 dollars on.\nCards are sometimes blocked by mistake after a payment at a self check: the branch sees it, we don’t.',
    ],
    [
      'renewals',
      'Renewals',
      'Three times by themselves, unless somebody waits. Films and “Lucky Day” books not at all.',
    ],
    [
      'pin',
      'PIN',
      'Four to six digits. Patrons set a new one themselves under “Forgot your PIN?”, by the e-mail address in their account. Without an address there: in person, with a document. We can neither see nor change it.',
    ],
    [
      'hours',
      'Hours',
      'Central: Monday to Thursday 9:00 to 20:00, Friday and Saturday 10:00 to 18:00, Sunday 13:00 to 17:00. Branches differ: https://www.harbourcity.example/branches',
    ],
    [
      'phone',
      'Phone',
      'Central 555 0170; in Spanish 555 0171. Branches are put through from there.',
    ],
    [
      'databases',
      'Databases and e-books',
      'Libby for e-books, Kanopy for films (8 a month), newspapers and Lynda from home with card number and PIN. Ancestry only inside a branch.',
    ],
    [
      'errors',
      'Errors on this page',
      'Elena Vargas looks after it. What can’t wait: 555 0170, ask for the information desk.',
    ],
    [
      'own',
      'What we leave to others',
      'No legal, medical or tax advice: give the source and its date, and the number of the free clinic (555 0188). Passport questions: the city’s own line, 555 0100.',
    ],
  ],
  snippets: [
    [
      'Get a card',
      'A card is free for everybody who lives, works or studies in Harbour City. Bring something with your name and something with your address to any branch: https://www.harbourcity.example/branches',
    ],
    [
      'Consiga una tarjeta',
      'La tarjeta es gratuita para quien vive, trabaja o estudia en Harbour City. Traiga a cualquier sucursal un documento con su nombre y otro con su dirección: https://www.harbourcity.example/es/sucursales',
    ],
    [
      'Forgotten PIN',
      'You can set a new PIN yourself: My Account, then “Forgot your PIN?”. It works with the e-mail address that is in your account.',
    ],
    [
      'Blocked card',
      'A card is blocked from 15 dollars of fees on. If you have paid already, the staff at Central can lift it while you wait: 555 0170.',
    ],
  ],
  secrets: [],
  alert: null,
};
