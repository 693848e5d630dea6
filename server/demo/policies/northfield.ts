import { NORTHFIELD } from '../libraries.ts';
import type { DemoPolicy } from './policy.ts';

export const NORTHFIELD_POLICY: DemoPolicy = {
  library: NORTHFIELD,
  owner: 'northfield-sadie-p',
  savedDaysAgo: 31,
  reviewInDays: 150,
  sections: [
    [
      'catalogue',
      'Catalogue and Find Articles',
      'Books and films: https://catalogue.northfield.example\nArticles: “Find Articles” on the library’s start page searches 92 databases at once. Tick “Peer-reviewed” on the left if the instructor asks for it.',
    ],
    [
      'borrowing',
      'Borrowing',
      'Students: 30 items, 3 weeks. Faculty: 100 items, a semester. Laptops and chargers: 4 hours, at the front desk, with the college card.\nAlumni borrow books with a free alumni card, but have no access to databases from off campus.',
    ],
    [
      'fees',
      'Fees',
      'None for late books since 2023. A lost book costs what its replacement does, 45 dollars at least. Laptops: 5 dollars for each hour late.\nDisputes go to the circulation desk; please don’t promise that a fee is waived.',
    ],
    [
      'renewals',
      'Renewals',
      'Books renew by themselves, twice, unless somebody has asked for them. Laptops and course reserves can’t be renewed.',
    ],
    [
      'reserves',
      'Course reserves',
      'At the front desk, under the instructor’s name; 3 hours, in the library. Scanned readings are in the course’s page of the learning platform, never mailed by us.',
    ],
    [
      'pin',
      'Passwords and PIN',
      'There is no library PIN: patrons sign in with their Northfield user name. A forgotten password is for the IT Help Desk, 555 0142, from 8 to 22 on weekdays. We can’t reset it.',
    ],
    [
      'hours',
      'Hours',
      'Monday to Thursday 7:30 to midnight, Friday 7:30 to 18:00, Saturday 10:00 to 18:00, Sunday 10:00 to midnight. Open around the clock in the last two weeks of a semester: https://www.northfield.example/library/hours',
    ],
    [
      'phone',
      'Phone and addresses',
      'Front desk 555 0140. Reference 555 0141 (weekdays 9 to 17). reference@northfield.example is read every weekday morning.',
    ],
    [
      'databases',
      'Databases and off-campus access',
      'From off campus patrons must begin at the library’s page; they are asked for their Northfield user name there. If a publisher wants money, they came past our proxy.\nA guest sign-in for librarians of the co-op is below, under “Credentials”. Use it to look things up; never give it to a patron.',
    ],
    [
      'errors',
      'Errors on this page',
      'Use “Report a problem”: Sadie Parrish reads it on the same day.',
    ],
    [
      'own',
      'Interlibrary loan',
      'Free for students and staff, 25 open requests each. Articles 1 to 2 days, as PDF; books 5 to 8 days. Textbooks that are assigned for a course are not requested.',
    ],
  ],
  snippets: [
    [
      'Interlibrary loan is free',
      'Interlibrary loan is free for you. Articles arrive as a PDF by e-mail, usually within two days; books take about a week. The form is here: https://www.northfield.example/library/ill',
    ],
    [
      'Off-campus access',
      'From off campus, please start at https://www.northfield.example/library and choose the database there. You sign in with your Northfield user name and password.',
    ],
    [
      'No late fees',
      'Northfield charges no fees for late books. Only a lost book has to be paid for, at what its replacement costs.',
    ],
    [
      'Password: IT Help Desk',
      'I can’t reset passwords from here, but the IT Help Desk can: 555 0142, on weekdays from 8 in the morning to 10 in the evening.',
    ],
  ],
  secrets: [
    {
      label: 'Guest sign-in to the databases',
      username: 'nf-partner',
      secret: 'Larkspur-Quay-58',
      note: 'At https://proxy.northfield.example choose “Partner librarian”. Changes on the first of each semester.',
    },
  ],
  alert: null,
};
