import { TOTP, URI } from 'otpauth';
import { PUBLIC_URL } from '../../server/platform/http/test-app.ts';
import { softAuthenticator } from '../authenticator.ts';
import type { Caller, House } from '../driven-house.ts';
import type { Mailbox } from '../mailbox.ts';
import { PASSWORD } from '../passwords.ts';
import type { Recorder } from './recorder.ts';

const ADDRESS = 'omar@northfield.example';
const OWN_PAGE: Caller = { origin: PUBLIC_URL };

/** What people do about their own way in. */
export async function changeOwnThings(
  house: House,
  { does, call }: Recorder,
  accountId: string,
  mailbox: Mailbox,
): Promise<void> {
  const asOmar = await house.staff(accountId);
  const password = PASSWORD;

  const { secret, uri } = await call('beginTotp', asOmar, { body: { password } });
  const code = codeOf(String(uri ?? secret), house.parts.clock.now());
  await does('confirmTotp', 'account.authenticatorAdded', asOmar, { body: { code } });
  await does('renewRecoveryCodes', 'account.recoveryCodesRenewed', asOmar, { body: { password } });
  await does('endTotp', 'account.authenticatorRemoved', asOmar, { body: { password } });

  const key = softAuthenticator(PUBLIC_URL);
  const { options } = await call('beginPasskey', asOmar, { body: { password } });
  const response = key.register(challengeIn(options));
  const added = { body: { name: 'Desk key', response } };
  const { id: passkeyId } = await does('addPasskey', 'account.passkeyAdded', asOmar, added);
  const begun = await call('beginPasskeySignIn', OWN_PAGE);
  await does('signInWithPasskey', 'session.begun', OWN_PAGE, {
    body: {
      challengeId: begun['challengeId'],
      response: key.signIn(challengeIn(begun['options'])),
    },
  });
  const params = { passkeyId: String(passkeyId) };
  await does('removePasskey', 'account.passkeyRemoved', asOmar, { params });

  await does('chooseLimit', 'account.changed', asOmar, { body: { maxChats: 7 } });
  await does('changeOwnEmail', 'account.changed', asOmar, { body: { email: ADDRESS, password } });
  const asked = { body: { username: 'omar' } };
  await does('forgotPassword', '?account.passwordLinkAsked', OWN_PAGE, asked);
  const [mail] = mailbox.take(ADDRESS).slice(-1);
  const token = new URL(mail?.link ?? '').hash.slice(1);
  await does('resetPassword', 'account.passwordReset', OWN_PAGE, { body: { token, password } });
  await does('forgotUsername', '?account.usernameAsked', OWN_PAGE, { body: { email: ADDRESS } });

  await does('signIn', 'session.begun', OWN_PAGE, { body: { username: 'omar', password } });
  const again = await house.staff(accountId);
  const { items } = await call('listSessions', again);
  const other = (items as { id: string; current: boolean }[]).find(({ current }) => !current);
  const sessionId = other?.id ?? '';
  await does('endSession', 'session.ended', again, { params: { sessionId } });
  const changed = { current: password, password: `${password} at night` };
  await does('changeOwnPassword', 'account.passwordChanged', again, { body: changed });
  await does('signOut', 'session.signedOut', again);
}

function codeOf(uri: string, now: Date): string {
  const totp = URI.parse(uri);
  if (!(totp instanceof TOTP)) throw new Error('This is no authenticator app’s address');
  return totp.generate({ timestamp: now.getTime() });
}

function challengeIn(options: unknown): string {
  return String((options as Record<string, unknown>)['challenge']);
}
