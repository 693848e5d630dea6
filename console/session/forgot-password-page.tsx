import { forgotPassword } from '#protocol/passwords.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { Entrance } from './entrance.tsx';
import { ForgottenForm } from './forgotten-form.tsx';

export function ForgotPasswordPage() {
  const t = useText();

  return (
    <Entrance title={t('session.forgotPassword')} lead={t('session.forgotPassword.lead')}>
      <ForgottenForm
        label={t('session.username')}
        type="text"
        autoComplete="username"
        sent={t('session.forgotPassword.sent')}
        faultOf={(username) => (username === '' ? t('session.needUsername') : null)}
        onSend={(username) => call(forgotPassword, { body: { username: username.toLowerCase() } })}
      />
    </Entrance>
  );
}
