import accounts from '../../../i18n/console/fr/accounts.json';
import desk from '../../../i18n/console/fr/desk.json';
import questions from '../../../i18n/console/fr/questions.json';
import security from '../../../i18n/console/fr/security.json';
import session from '../../../i18n/console/fr/session.json';
import setup from '../../../i18n/console/fr/setup.json';
import shell from '../../../i18n/console/fr/shell.json';
import widgets from '../../../i18n/console/fr/widgets.json';

export const texts = {
  ...accounts,
  ...desk,
  ...questions,
  ...security,
  ...session,
  ...setup,
  ...shell,
  ...widgets,
};
