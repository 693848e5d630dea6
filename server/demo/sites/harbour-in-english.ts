import type { SiteText } from '../site.ts';

export const HARBOUR_IN_ENGLISH: SiteText = {
  language: 'en',
  tagline: 'Eleven branches, one card',
  heading: 'Your library, all over town',
  lead: 'Books, films, tools, sewing machines, and a warm place to sit. All of it free.',
  search: {
    label: 'Find books, films and more',
    placeholder: 'Title, author or subject',
    button: 'Find',
  },
  services: {
    heading: 'I would like to …',
    items: [
      {
        title: 'Get a card',
        text: 'For everybody who lives, works or studies in the city. In five minutes.',
        slug: 'library-card',
      },
      {
        title: 'Read on my phone',
        text: 'E-books, audiobooks and newspapers, with nothing to bring back.',
        slug: 'e-books',
      },
      {
        title: 'Bring my children',
        text: 'Story time in English and Spanish, at every branch.',
        slug: 'children',
      },
      {
        title: 'Come by',
        text: 'Opening hours, and which branch is nearest.',
        slug: 'hours',
      },
    ],
  },
  news: {
    heading: 'This week',
    items: [
      {
        title: 'Tuesday: mending evening',
        text: 'Bring a jumper with a hole. Central Branch, six o’clock, tea included.',
      },
      {
        title: 'Saturday: story time by the water',
        text: 'For children of three to six, in English and Spanish. Pier Branch, half past ten.',
      },
      {
        title: 'The bookmobile is back',
        text: 'Two new stops: Tanner’s Row on Mondays, Gull Street on Thursdays.',
      },
    ],
  },
  ask: {
    heading: 'Ask a librarian',
    text: 'About your card, a book, a form, a bus. Chat with us at any hour: the button is in the corner of this page.',
  },
  pages: [
    {
      slug: 'find',
      name: 'Find',
      title: 'Find books and more',
      lead: 'Four hundred thousand things on our shelves, and every one of them can come to your branch.',
      sections: [
        {
          heading: 'Have it sent to your branch',
          text: 'Choose “Place a hold”. We write to you when it is there, and keep it for a week.',
          points: [],
        },
        {
          heading: 'Don’t know what to read?',
          text: 'Tell us three books that you liked, in the chat or at any desk, and we find the fourth.',
          points: [],
        },
      ],
    },
    {
      slug: 'library-card',
      name: 'Library card',
      title: 'Get a library card',
      lead: 'Free, for everybody who lives, works or studies in Harbour City.',
      sections: [
        {
          heading: 'What to bring',
          text: 'To any branch, or hold it up to the camera of your phone:',
          points: [
            'something with your name on it',
            'something with your address on it: a letter is enough',
            'for children under 13: a parent or guardian',
          ],
        },
        {
          heading: 'No address at the moment?',
          text: 'Then ask for a welcome card. It lends three things at a time, and nobody asks why.',
          points: [],
        },
      ],
    },
    {
      slug: 'e-books',
      name: 'E-books',
      title: 'E-books and audiobooks',
      lead: 'On phone, tablet or reader. They come back by themselves, so there are no fines.',
      sections: [
        {
          heading: 'In three steps',
          text: 'All that you need is your card number and your PIN.',
          points: [
            'Install Libby',
            'Choose Harbour City Public Library',
            'Sign in with card number and PIN',
          ],
        },
      ],
    },
    {
      slug: 'children',
      name: 'Children',
      title: 'For children',
      lead: 'There is a corner with cushions in every branch, and nobody says “hush” there.',
      sections: [
        {
          heading: 'Homework help',
          text: 'From Monday to Thursday, three to six o’clock, at Central and Hillside. Just come.',
          points: [],
        },
      ],
    },
    {
      slug: 'hours',
      name: 'Hours',
      title: 'Hours and branches',
      lead: 'These are the hours of Central Branch. The smaller branches open an hour later.',
      sections: [],
    },
  ],
  address: 'Central Branch, 200 Quay Street, Harbour City',
};
