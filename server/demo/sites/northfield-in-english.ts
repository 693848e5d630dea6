import type { SiteText } from '../site.ts';

export const NORTHFIELD_IN_ENGLISH: SiteText = {
  language: 'en',
  tagline: 'Library',
  heading: 'Begin with a question',
  lead: 'Half a million books, forty thousand journals, and librarians who know their way through them.',
  search: {
    label: 'Search books, articles and more',
    placeholder: 'For example: salt marsh restoration',
    button: 'Search',
  },
  services: {
    heading: 'What are you working on?',
    items: [
      {
        title: 'I need articles',
        text: 'Databases by subject, and how to get at them from your room.',
        slug: 'find-articles',
      },
      {
        title: 'We don’t have it?',
        text: 'We borrow it for you from another library, free of charge.',
        slug: 'interlibrary-loan',
      },
      {
        title: 'I have to cite it',
        text: 'MLA, APA and Chicago, with examples of what you really use.',
        slug: 'citing-sources',
      },
    ],
  },
  news: {
    heading: 'From the library',
    items: [
      {
        title: 'Quiet week on the third floor',
        text: 'During midterms the third floor is silent day and night. Group rooms stay on the first.',
      },
      {
        title: 'Letters from the mill',
        text: 'The college archive shows two hundred letters by the women of the Northfield mill, written between 1846 and 1861.',
      },
    ],
  },
  ask: {
    heading: 'Ask a librarian',
    text: 'Somebody answers day and night, also when the building is dark: use the button in the corner of this page. No question is too small.',
  },
  pages: [
    {
      slug: 'find-articles',
      name: 'Find articles',
      title: 'Find articles',
      lead: 'Begin broad, then let a subject database do the narrowing.',
      sections: [
        {
          heading: 'Good places to begin',
          text: 'These three cover most first papers. Each has a “peer-reviewed” box on the left.',
          points: [
            'Academic Search: every subject, a little of each',
            'JSTOR: history, literature, sociology, back to the first volume',
            'PubMed: medicine and biology',
          ],
        },
        {
          heading: 'From off campus',
          text: 'Start from this page and you are asked once for your Northfield name and password. If a publisher asks you to pay, you have come by another road: come back here, or ask us.',
          points: [],
        },
      ],
    },
    {
      slug: 'interlibrary-loan',
      name: 'Interlibrary loan',
      title: 'Interlibrary loan',
      lead: 'What we don’t have, we borrow. It costs you nothing.',
      sections: [
        {
          heading: 'How long it takes',
          text: 'Most requests are on their way within a day.',
          points: [
            'Articles and chapters: one or two days, by e-mail',
            'Books from New England: three to five days',
            'Books from elsewhere: about ten days',
          ],
        },
        {
          heading: 'What you need',
          text: 'Author, title and year are enough. If all you have is a half-remembered reference, ask a librarian to complete it with you.',
          points: [],
        },
      ],
    },
    {
      slug: 'citing-sources',
      name: 'Citing sources',
      title: 'Citing sources',
      lead: 'A citation lets your reader follow you. The rest is punctuation.',
      sections: [
        {
          heading: 'Which style?',
          text: 'Your instructor decides. Where nothing is said, these are usual at Northfield.',
          points: [
            'English and languages: MLA, 9th edition',
            'Psychology and education: APA, 7th edition',
            'History and art history: Chicago, notes and bibliography',
          ],
        },
      ],
    },
    {
      slug: 'hours',
      name: 'Hours',
      title: 'Hours and location',
      lead: 'At the top of College Hill. The front door is open; the reading room asks for your card after eight.',
      sections: [],
    },
  ],
  address: '1 College Hill, Northfield',
};
