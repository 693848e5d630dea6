import { forgotUsername } from '#protocol/passwords.ts';
import { emailAddress } from '#protocol/schemas.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { Entrance } from './entrance.tsx';
import { ForgottenForm } from './forgotten-form.tsx';

export function ForgotUsernamePage() {
  const t = useText();

  return (
    <Entrance title={t('session.forgotUsername')} lead={t('session.forgotUsername.lead')}>
      <ForgottenForm
        label={t('session.email')}
        type="email"
        autoComplete="email"
        sent={t('session.forgotUsername.sent')}
        faultOf={(email) => (emailAddress.safeParse(email).success ? null : t('session.needEmail'))}
        onSend={(email) => call(forgotUsername, { body: { email } })}
      />
    </Entrance>
  );
}
