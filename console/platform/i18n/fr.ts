import accounts from '../../../i18n/console/fr/accounts.json';
import activity from '../../../i18n/console/fr/activity.json';
import assignments from '../../../i18n/console/fr/assignments.json';
import audit from '../../../i18n/console/fr/audit.json';
import contribution from '../../../i18n/console/fr/contribution.json';
import coops from '../../../i18n/console/fr/coops.json';
import desk from '../../../i18n/console/fr/desk.json';
import feedback from '../../../i18n/console/fr/feedback.json';
import hours from '../../../i18n/console/fr/hours.json';
import libraries from '../../../i18n/console/fr/libraries.json';
import policies from '../../../i18n/console/fr/policies.json';
import pools from '../../../i18n/console/fr/pools.json';
import practice from '../../../i18n/console/fr/practice.json';
import presence from '../../../i18n/console/fr/presence.json';
import queues from '../../../i18n/console/fr/queues.json';
import rooms from '../../../i18n/console/fr/rooms.json';
import security from '../../../i18n/console/fr/security.json';
import session from '../../../i18n/console/fr/session.json';
import setup from '../../../i18n/console/fr/setup.json';
import shell from '../../../i18n/console/fr/shell.json';
import statistics from '../../../i18n/console/fr/statistics.json';
import things from '../../../i18n/console/fr/things.json';
import tickets from '../../../i18n/console/fr/tickets.json';
import told from '../../../i18n/console/fr/told.json';
import transcripts from '../../../i18n/console/fr/transcripts.json';
import transfers from '../../../i18n/console/fr/transfers.json';
import widgets from '../../../i18n/console/fr/widgets.json';

export const texts = {
  ...accounts,
  ...desk,
  ...transfers,
  ...assignments,
  ...audit,
  ...coops,
  ...hours,
  ...libraries,
  ...rooms,
  ...policies,
  ...pools,
  ...presence,
  ...queues,
  ...things,
  ...practice,
  ...tickets,
  ...security,
  ...session,
  ...setup,
  ...shell,
  ...widgets,
  ...activity,
  ...contribution,
  ...feedback,
  ...statistics,
  ...told,
  ...transcripts,
};
