export interface CannedMessage {
  readonly title: string;
  readonly text: string;
}

/** The consortium's, for whoever answers, whichever library the patron came from. */
export const SHARED_MESSAGES: readonly CannedMessage[] = [
  {
    title: 'Greeting',
    text: 'Hello, and thank you for your question. Give me a moment to read it.',
  },
  {
    title: 'Still looking',
    text: 'I am still looking. It may take another two or three minutes. Are you all right to wait?',
  },
  {
    title: 'What have you tried?',
    text: 'So that I don’t send you where you have been already: what have you tried so far?',
  },
  {
    title: 'I work at a partner library',
    text: 'I work at a partner library that answers together with yours. I can see your library’s catalogue and pages, but not your account.',
  },
  {
    title: 'Refer to the home library',
    text: 'This is one for your own library’s staff. May I pass your question on to them? I need an e-mail address for their answer.',
  },
  {
    title: 'Goodbye',
    text: 'I am glad that I could help. Come back whenever you need us: somebody is here day and night.',
  },
];

export const NORTHFIELD_MESSAGES: readonly CannedMessage[] = [
  {
    title: 'Off-campus access',
    text: 'From off campus, start at the library’s page and choose the database there. You are asked for your Northfield user name and password, and then you are in.',
  },
  {
    title: 'Peer-reviewed articles',
    text: 'In Find Articles, tick “Peer-reviewed” on the left. To be sure of a journal, look it up in Ulrichsweb: the referee’s jersey means peer-reviewed.',
  },
  {
    title: 'Interlibrary loan',
    text: 'We can borrow that from another library for you, free of charge. Articles usually come within two days, books within a week. The form is under Interlibrary Loan.',
  },
  {
    title: 'Course reserves',
    text: 'Your course’s readings are at the front desk under the instructor’s name. They may be used for three hours, in the library.',
  },
  {
    title: 'Citing in MLA',
    text: 'Here is how MLA (9th edition) wants it: Author. “Title of Article.” Title of Journal, vol., no., year, pp. Let me know what you have, and we put it together.',
  },
];

export const HARBOUR_MESSAGES: readonly CannedMessage[] = [
  {
    title: 'Library card',
    text: 'A card is free for everybody who lives, works or studies in Harbour City. Bring something with your name and something with your address to any branch.',
  },
  {
    title: 'Tarjeta de la biblioteca',
    text: 'La tarjeta es gratuita para quien vive, trabaja o estudia en Harbour City. Traiga a cualquier sucursal un documento con su nombre y otro con su dirección.',
  },
  {
    title: 'Renewing',
    text: 'Most things renew by themselves, twice, unless somebody waits for them. You find the new date in My Account.',
  },
  {
    title: 'Forgotten PIN',
    text: 'I can’t see or change a PIN from here, but you can set a new one yourself: My Account, then “Forgot your PIN?”. It works with the e-mail address that we have for you.',
  },
  {
    title: 'E-books on a phone',
    text: 'Install Libby, choose Harbour City Public Library, and sign in with your card number and PIN. Borrowed books come back by themselves, so there are no fines.',
  },
];

export const EASTVALE_MESSAGES: readonly CannedMessage[] = [
  {
    title: 'Research consultation',
    text: 'For a thesis or a larger paper, book an hour with the librarian of your subject: Research Help, then “Book a consultation”.',
  },
  {
    title: 'Rendez-vous de recherche',
    text: 'Pour un mémoire ou un travail plus long, prenez rendez-vous avec la bibliothécaire de votre discipline : Aide à la recherche, puis « Prendre rendez-vous ».',
  },
  {
    title: 'VPN or proxy',
    text: 'If the publisher asks you to pay, you have come past our licence. Open the article from Omni, or put the library’s proxy in front of its address, and sign in with your Eastvale account.',
  },
  {
    title: 'Study rooms',
    text: 'Group rooms are booked for two hours at a time, up to a week ahead, under Hours and Rooms. If nobody has come after fifteen minutes, a room is free again.',
  },
  {
    title: 'Systematic search',
    text: 'Let us break the question into its concepts first. For each we collect synonyms, join them with OR, and join the concepts with AND.',
  },
];
