import { useId, useRef } from 'react';
import type { PolicyContent } from '#protocol/policies.ts';
import { WrittenText } from '../../desk/pane/written-text.tsx';
import { useText } from '../../platform/i18n/index.ts';
import styles from './read.module.css';
import { SnippetCard } from './snippet-card.tsx';

interface PolicyWordsProps {
  readonly content: PolicyContent;
  /** Of the headings: one below what they stand under. */
  readonly level: 2 | 3;
  /** Puts a snippet into the chat at hand; null where there is none to put it into. */
  readonly onInsert: ((text: string) => void) | null;
}

/** Snippets and sections, with links to jump to each. */
export function PolicyWords({ content, level, onInsert }: PolicyWordsProps) {
  const t = useText();
  const idOf = useId();
  const Heading = `h${level}` as const;
  const root = useRef<HTMLDivElement>(null);
  const { sections, snippets } = content;
  const places = [
    ...(snippets.length > 0 ? [{ id: 'snippets', title: t('policies.snippets') }] : []),
    ...sections,
  ];

  const jumpTo = (id: string) => {
    const heading = root.current?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(id)}"]`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };

  return (
    <div ref={root}>
      {places.length > 1 && (
        <nav className={styles.jumps} aria-label={t('policies.jump')}>
          {places.map(({ id, title }) => (
            <button key={id} type="button" className={styles.jump} onClick={() => jumpTo(id)}>
              {title}
            </button>
          ))}
        </nav>
      )}
      {snippets.length > 0 && (
        <section aria-labelledby={`${idOf}-snippets`}>
          <Heading
            id={`${idOf}-snippets`}
            className={styles.heading}
            data-passage="snippets"
            tabIndex={-1}
          >
            {t('policies.snippets')}
          </Heading>
          <ul className={styles.snippets}>
            {snippets.map((snippet) => (
              <SnippetCard
                key={snippet.id}
                snippet={snippet}
                level={level === 2 ? 3 : 4}
                onInsert={onInsert}
              />
            ))}
          </ul>
        </section>
      )}
      {sections.map(({ id, title, text }) => (
        <section key={id} aria-labelledby={`${idOf}-${id}`}>
          <Heading id={`${idOf}-${id}`} className={styles.heading} data-passage={id} tabIndex={-1}>
            {title}
          </Heading>
          <p className={styles.words}>
            <WrittenText text={text} />
          </p>
        </section>
      ))}
    </div>
  );
}
