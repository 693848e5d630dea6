import { useEffect, useRef, useState } from 'preact/hooks';
import type { WidgetAppearance } from '#protocol/widgets.ts';
import type { Voice } from '../language.ts';
import type { Visit } from '../visit.ts';
import { isOver, type VisitState } from '../visit-state.ts';
import { EndChat } from './end-chat.tsx';
import { answererOf } from './event-words.ts';
import { Icon } from './icons.tsx';
import { useStoredText } from './shelf-state.ts';
import { chime } from './sound.ts';
import { useVoice } from './voice.ts';

interface HeaderProps {
  visit: Visit;
  state: VisitState;
  /** Null where there is nothing to go back to. */
  onHide: (() => void) | null;
}

export function Header({ visit, state, onHide }: HeaderProps) {
  const voice = useVoice();
  const { t } = voice;
  const [sound, setSound] = useStoredText('sound');
  const [isAsking, setAsking] = useState(false);
  const wasAsked = useRef(false);
  const end = useRef<HTMLButtonElement>(null);
  // The question's buttons are gone, and with them the place of the keyboard.
  useEffect(() => {
    if (wasAsked.current && !isAsking) end.current?.focus();
    wasAsked.current = isAsking;
  }, [isAsking]);
  const { appearance } = state;
  const status = statusOf(state, voice);
  const isRunning = state.chat !== null && !isOver(state.chat);

  return (
    // No <header>: the library's page has a banner of its own, and two are one too many.
    <div class="header">
      <div class="bar">
        <div class="names">
          <h1 id="title">{appearance ? titleOf(appearance, voice) : t('loading')}</h1>
          {status && (
            <p class={`status ${status.kind}`}>
              <span class="dot" />
              {status.text}
            </p>
          )}
        </div>
        {isRunning && !isAsking && (
          <button ref={end} type="button" class="quiet end" onClick={() => setAsking(true)}>
            {t('end')}
          </button>
        )}
        {state.chat && (
          <button
            type="button"
            class="icon"
            aria-label={t(sound ? 'soundOn' : 'soundOff')}
            title={t(sound ? 'soundOn' : 'soundOff')}
            onClick={() => {
              setSound(sound ? '' : '1');
              if (!sound) chime();
            }}
          >
            <Icon name={sound ? 'soundOn' : 'soundOff'} size={20} />
          </button>
        )}
        {onHide && (
          <button
            type="button"
            class="icon"
            aria-label={t('minimise')}
            title={t('minimise')}
            onClick={onHide}
          >
            <Icon name="minimise" size={22} />
          </button>
        )}
      </div>
      {isRunning && isAsking && (
        <EndChat
          visit={visit}
          operator={state.chat?.conversation.chat?.operator?.name ?? null}
          onDone={() => setAsking(false)}
        />
      )}
    </div>
  );
}

export function titleOf({ texts, institutionName }: WidgetAppearance, { t }: Voice): string {
  return texts.title ?? t('title', { library: institutionName });
}

function statusOf(state: VisitState, voice: Voice): { kind: string; text: string } | null {
  const { t } = voice;
  const { appearance, chat, opening } = state;
  const running = chat?.conversation.chat;
  if (state.openingLate) return null;
  if (opening || running?.state === 'waiting') return { kind: 'wait', text: t('waitingShort') };
  if (running?.operator && running.state === 'active') {
    return { kind: 'here', text: answererOf(running.operator, voice) };
  }
  if (!appearance || chat) return null;
  if (appearance.online) return { kind: 'here', text: t('online') };
  return { kind: 'off', text: t(appearance.away ? 'away' : 'offline') };
}
