import type { SiteText } from '../site.ts';

export const EASTVALE_IN_ENGLISH: SiteText = {
  language: 'en',
  tagline: 'Libraries',
  heading: 'Search across five libraries',
  lead: 'Books, articles, data and theses in one place, in English and in French.',
  search: {
    label: 'Search Omni',
    placeholder: 'Title, author, DOI or keywords',
    button: 'Search',
  },
  services: {
    heading: 'Services',
    items: [
      {
        title: 'Databases by subject',
        text: 'Three hundred of them, chosen by the librarian of your discipline.',
        slug: 'find-articles',
      },
      {
        title: 'Research consultation',
        text: 'An hour with a librarian, for a thesis or a systematic review.',
        slug: 'research-help',
      },
      {
        title: 'Interlibrary loan',
        text: 'From any library in the country, and most abroad.',
        slug: 'interlibrary-loan',
      },
      {
        title: 'Hours and rooms',
        text: 'Group rooms, carrels and the late reading room.',
        slug: 'hours',
      },
    ],
  },
  news: {
    heading: 'Notices',
    items: [
      {
        title: 'Open access: no fees with four more publishers',
        text: 'Authors of Eastvale publish openly, without charges, in another 1,900 journals.',
      },
      {
        title: 'Thesis deposit',
        text: 'The last day for the autumn convocation is the fifteenth. Have the format checked a week before.',
      },
      {
        title: 'Workshops in November',
        text: 'Zotero for beginners, data management plans, searching in Embase.',
      },
    ],
  },
  ask: {
    heading: 'Research help',
    text: 'Chat with a librarian at any hour, by the button in the corner of this page. At night a partner library answers.',
  },
  pages: [
    {
      slug: 'find-articles',
      name: 'Find articles',
      title: 'Find articles',
      lead: 'Omni searches most of what we have. A database of your field searches it better.',
      sections: [
        {
          heading: 'By discipline',
          text: 'Where the librarians of the larger faculties would begin:',
          points: [
            'Engineering: Compendex and IEEE Xplore',
            'Health sciences: MEDLINE, Embase and CINAHL',
            'Law: Westlaw and CanLII',
            'Social sciences: Sociological Abstracts and ProQuest',
          ],
        },
        {
          heading: 'When a publisher asks you to pay',
          text: 'You have come past our licence. Open the article from Omni, or put the library’s proxy before its address, and sign in with your Eastvale account.',
          points: [],
        },
      ],
    },
    {
      slug: 'interlibrary-loan',
      name: 'Interlibrary loan',
      title: 'Interlibrary loan',
      lead: 'What none of our five libraries holds comes from another.',
      sections: [
        {
          heading: 'Who may use it',
          text: 'Students, staff and faculty, without charge. Alumni pay what the lending library asks.',
          points: [],
        },
        {
          heading: 'Before you ask for it',
          text: 'Look for an open version first: one article in two has one.',
          points: ['the author’s repository', 'a preprint server', 'the publisher’s open archive'],
        },
      ],
    },
    {
      slug: 'research-help',
      name: 'Research help',
      title: 'Research help',
      lead: 'From a first search to a protocol that reviewers accept.',
      sections: [
        {
          heading: 'Book a consultation',
          text: 'An hour, in person or by video. Tell us your question beforehand, and we come prepared.',
          points: [],
        },
        {
          heading: 'Systematic reviews',
          text: 'We plan the search with you, and document it so that others can repeat it.',
          points: [
            'concepts and synonyms',
            'translation from one database to the next',
            'export without duplicates',
          ],
        },
      ],
    },
    {
      slug: 'hours',
      name: 'Hours and rooms',
      title: 'Hours and rooms',
      lead: 'Hours of the Main Library. Group rooms are booked for two hours, up to a week ahead.',
      sections: [],
    },
  ],
  address: 'Main Library, 75 University Avenue, Eastvale',
};
