import accounts from '../../../i18n/console/en/accounts.json';
import activity from '../../../i18n/console/en/activity.json';
import assignments from '../../../i18n/console/en/assignments.json';
import audit from '../../../i18n/console/en/audit.json';
import contribution from '../../../i18n/console/en/contribution.json';
import coops from '../../../i18n/console/en/coops.json';
import desk from '../../../i18n/console/en/desk.json';
import feedback from '../../../i18n/console/en/feedback.json';
import hours from '../../../i18n/console/en/hours.json';
import libraries from '../../../i18n/console/en/libraries.json';
import policies from '../../../i18n/console/en/policies.json';
import pools from '../../../i18n/console/en/pools.json';
import practice from '../../../i18n/console/en/practice.json';
import presence from '../../../i18n/console/en/presence.json';
import queues from '../../../i18n/console/en/queues.json';
import rooms from '../../../i18n/console/en/rooms.json';
import security from '../../../i18n/console/en/security.json';
import session from '../../../i18n/console/en/session.json';
import setup from '../../../i18n/console/en/setup.json';
import shell from '../../../i18n/console/en/shell.json';
import statistics from '../../../i18n/console/en/statistics.json';
import things from '../../../i18n/console/en/things.json';
import tickets from '../../../i18n/console/en/tickets.json';
import told from '../../../i18n/console/en/told.json';
import transcripts from '../../../i18n/console/en/transcripts.json';
import transfers from '../../../i18n/console/en/transfers.json';
import widgets from '../../../i18n/console/en/widgets.json';

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
