import { useRef, useState } from 'preact/hooks';
import { EMAIL_CHARACTERS, NAME_CHARACTERS } from '../limits.ts';
import type { Details } from '../visit-state.ts';
import { charactersLeft, checkForm, type FieldFault } from './check-form.ts';
import { Field, fieldAttributes } from './field.tsx';
import { Icon } from './icons.tsx';
import { useStoredText } from './shelf-state.ts';
import { useDetails } from './use-details.ts';
import { useVoice } from './voice.ts';

interface QuestionFormProps {
  /** `chat`: name and e-mail stay in the background. `later`: the answer comes by e-mail. */
  purpose: 'chat' | 'later';
  busy: boolean;
  onSend(question: string, details: Details): void;
}

/** Question first: every further field costs askers. */
export function QuestionForm({ purpose, busy, onSend }: QuestionFormProps) {
  const { t, count } = useVoice();
  const [question, setQuestion] = useStoredText('question');
  const [details, setDetails] = useDetails();
  const [fault, setFault] = useState<FieldFault | null>(null);
  const [areDetailsOpen, openDetails] = useState(details.name !== '' || details.email !== '');
  const [wasWarned, setWarned] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const isLater = purpose === 'later';
  const left = charactersLeft(question);
  const lacksAddress = isLater && details.email.trim() === '';
  const faultOf = (field: FieldFault['field']) => (fault?.field === field ? fault : null);
  const point = (field: string) =>
    form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();

  const send = () => {
    const found = checkForm(question, details);
    setFault(found);
    if (found) {
      if (found.field !== 'question') openDetails(true);
      // The field may only just have come into sight.
      requestAnimationFrame(() => point(found.field));
      return;
    }
    if (lacksAddress && !wasWarned) {
      setWarned(true);
      point('email');
      return;
    }
    onSend(question, details);
  };

  const questionFault =
    left !== null && left < 0
      ? count('tooLong', -left)
      : faultOf('question')
        ? t('errorRequired')
        : null;
  const emailFault = faultOf('email')
    ? t('errorEmail')
    : lacksAddress && wasWarned
      ? t('formNoEmail')
      : null;
  const nameFault = faultOf('name') ? t('errorName', { count: NAME_CHARACTERS }) : null;

  return (
    <form
      ref={form}
      class="question"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) send();
      }}
    >
      <Field
        id="question"
        label={t('question')}
        hint={
          left !== null ? count('charactersLeft', left) : isLater ? undefined : t('questionHint')
        }
        fault={questionFault}
      >
        <textarea
          {...fieldAttributes('question', questionFault)}
          name="question"
          rows={isLater ? 3 : 5}
          value={question}
          onInput={(event) => {
            setQuestion(event.currentTarget.value);
            if (faultOf('question')) setFault(null);
          }}
        />
      </Field>

      {isLater || areDetailsOpen ? (
        <div class="details">
          <Field
            id="email"
            label={t('email')}
            hint={t(isLater ? 'formEmailHint' : 'detailsHint')}
            fault={emailFault}
            optional={!isLater}
          >
            <input
              {...fieldAttributes('email', emailFault)}
              name="email"
              type="email"
              autocomplete="email"
              maxLength={EMAIL_CHARACTERS}
              value={details.email}
              onInput={(event) => {
                setDetails({ ...details, email: event.currentTarget.value });
                if (faultOf('email')) setFault(null);
              }}
            />
          </Field>
          <Field id="name" label={t('name')} fault={nameFault} optional>
            <input
              {...fieldAttributes('name', nameFault)}
              name="name"
              autocomplete="name"
              value={details.name}
              onInput={(event) => setDetails({ ...details, name: event.currentTarget.value })}
            />
          </Field>
        </div>
      ) : (
        <button
          type="button"
          class="quiet add"
          onClick={() => {
            openDetails(true);
            requestAnimationFrame(() => point('email'));
          }}
        >
          <Icon name="plus" size={18} />
          {t('addDetails')}
        </button>
      )}

      <button type="submit" class="first" aria-disabled={busy}>
        {busy
          ? t('formSending')
          : isLater
            ? t(lacksAddress && wasWarned ? 'formSendWithoutEmail' : 'formSend')
            : t('ask')}
      </button>
    </form>
  );
}
