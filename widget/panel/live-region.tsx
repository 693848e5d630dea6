import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatEvent } from '#protocol/events.ts';
import { announce, keepQuiet, type Line, SILENT } from '../announcer.ts';
import type { Voice } from '../language.ts';
import type { VisitState } from '../visit-state.ts';
import { closingWords, nameOf, noticeOf } from './event-words.ts';
import { useVoice } from './voice.ts';

/** Tells screen readers what comes in, politely, each thing once. */
export function LiveRegion({ state }: { state: VisitState }) {
  const voice = useVoice();
  const [announcements, setAnnouncements] = useState(SILENT);
  const conversation = state.chat?.conversation;
  const events = conversation?.stream.events;
  const hasHistory = useRef(false);
  const losses = useRef(0);
  const link = conversation?.link;

  useEffect(() => {
    if (!events || events.length === 0) return;
    const lines = events.flatMap((event) => lineOf(event, voice));
    const quiet = !hasHistory.current;
    hasHistory.current = true;
    setAnnouncements((before) =>
      quiet
        ? keepQuiet(before, lines)
        : announce(before, lines, (count) => voice.count('newMessages', count)),
    );
  }, [events, voice]);

  useEffect(() => {
    if (link === 'lost') losses.current += 1;
    if (losses.current === 0 || (link !== 'lost' && link !== 'live')) return;
    const text = voice.t(link === 'lost' ? 'lost' : 'back');
    setAnnouncements((before) =>
      announce(before, [{ key: `${link}-${losses.current}`, text }], String),
    );
  }, [link, voice]);

  const waiting = state.opening?.clientId;
  useEffect(() => {
    if (!waiting) return;
    const text = voice.t('waitingTitle');
    setAnnouncements((before) => announce(before, [{ key: waiting, text }], String));
  }, [waiting, voice]);

  return (
    <div class="unseen" aria-live="polite" aria-atomic="false">
      {announcements.lines.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
}

/** One's own words are not read back. */
function lineOf(event: ChatEvent, voice: Voice): Line[] {
  const text = textOf(event, voice);
  return text ? [{ key: `event-${event.seq}`, text }] : [];
}

function textOf(event: ChatEvent, voice: Voice): string | null {
  if (event.kind === 'message' && event.by.kind !== 'patron') {
    return voice.t('announceMessage', { name: nameOf(event.by, voice), text: event.text });
  }
  if (event.kind === 'form_offered') return `${voice.t('offeredTitle')} ${voice.t('offeredHint')}`;
  if (event.kind === 'closed') return closingWords(event, voice);
  const notice = noticeOf(event, voice);
  return notice && [notice.text, notice.more].filter(Boolean).join(' ');
}
