import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { signalsOf } from '../platform/attention/index.ts';
import { useConnection } from '../platform/connection/index.ts';
import { useText } from '../platform/i18n/index.ts';

/** The only voice of the desk: new chats, and what is said in the chat that has the attention. Each is told once. */
export function Announcer({ active }: { readonly active: string | null }) {
  const t = useText();
  const { listen, getState } = useConnection();
  const [told, setTold] = useState({ words: '', turn: 0 });

  useEffect(
    () =>
      listen((frame, before) => {
        const words = signalsOf(before, getState(), frame).flatMap((signal) => {
          const { patronName: name, institutionName: library, question } = signal.chat;
          if (signal.kind === 'chat' && signal.chat.place === 'passed') {
            const from = signal.chat.transfer?.fromName ?? '';
            return t('transfer.say', { name: from, library, question });
          }
          if (signal.kind === 'chat') return t('desk.say.chat', { library, question });
          return signal.kind === 'message' && signal.chat.id === active
            ? t('desk.say.message', { name, text: signal.text })
            : [];
        });
        if (words.length > 0) setTold(({ turn }) => ({ words: words.join(' '), turn: turn + 1 }));
      }),
    [listen, getState, active, t],
  );

  return (
    <VisuallyHidden role="status">
      {/* A new element each time: the same words twice are two messages. */}
      <span key={told.turn}>{told.words}</span>
    </VisuallyHidden>
  );
}
