import accounts from '../../../i18n/console/es/accounts.json';
import activity from '../../../i18n/console/es/activity.json';
import assignments from '../../../i18n/console/es/assignments.json';
import audit from '../../../i18n/console/es/audit.json';
import contribution from '../../../i18n/console/es/contribution.json';
import coops from '../../../i18n/console/es/coops.json';
import desk from '../../../i18n/console/es/desk.json';
import feedback from '../../../i18n/console/es/feedback.json';
import hours from '../../../i18n/console/es/hours.json';
import libraries from '../../../i18n/console/es/libraries.json';
import policies from '../../../i18n/console/es/policies.json';
import pools from '../../../i18n/console/es/pools.json';
import practice from '../../../i18n/console/es/practice.json';
import presence from '../../../i18n/console/es/presence.json';
import queues from '../../../i18n/console/es/queues.json';
import rooms from '../../../i18n/console/es/rooms.json';
import security from '../../../i18n/console/es/security.json';
import session from '../../../i18n/console/es/session.json';
import setup from '../../../i18n/console/es/setup.json';
import shell from '../../../i18n/console/es/shell.json';
import statistics from '../../../i18n/console/es/statistics.json';
import things from '../../../i18n/console/es/things.json';
import tickets from '../../../i18n/console/es/tickets.json';
import told from '../../../i18n/console/es/told.json';
import transcripts from '../../../i18n/console/es/transcripts.json';
import transfers from '../../../i18n/console/es/transfers.json';
import widgets from '../../../i18n/console/es/widgets.json';

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
