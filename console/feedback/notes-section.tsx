import type { TranscriptDetail } from '#protocol/transcripts.ts';
import { useText } from '../platform/i18n/index.ts';
import { NoteForm } from './note-form.tsx';
import { NoteThread } from './note-thread.tsx';
import styles from './notes.module.css';
import { useReadNotes } from './use-read-notes.ts';

/** The home library’s notes on a chat, with their replies; and for who may, the next one. */
export function NotesSection({ detail }: { readonly detail: TranscriptDetail }) {
  const t = useText();
  const { notes, mayNote, answerings, chat } = detail;
  useReadNotes(chat.id, notes);
  if (notes.length === 0 && !mayNote) return null;

  return (
    <section className={styles.section} aria-label={t('feedback.notes')}>
      <h3 className={styles.heading}>{t('feedback.notes')}</h3>
      {notes.length === 0 && <p className={styles.lead}>{t('feedback.notes.lead')}</p>}
      <ul className={styles.notes}>
        {notes.map((note) => (
          <NoteThread key={note.id} note={note} />
        ))}
      </ul>
      {mayNote && <NoteForm chatId={chat.id} answerings={answerings} />}
    </section>
  );
}
