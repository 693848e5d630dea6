import { useEffect, useRef, useState } from 'preact/hooks';
import { chooseLanguage } from '../choose-language.ts';
import type { Voice } from '../language.ts';
import type { Shelf } from '../shelf.ts';
import type { Visit } from '../visit.ts';
import type { VisitState } from '../visit-state.ts';
import { Arriving } from './arriving.tsx';
import { brandCss } from './brand.ts';
import { ChatView } from './chat-view.tsx';
import type { PanelOptions } from './contract.ts';
import { Header, titleOf } from './header.tsx';
import { LiveRegion } from './live-region.tsx';
import { QuestionView } from './question-view.tsx';
import { ShelfContext } from './shelf-state.ts';
import { FILLS_SCREEN, useFocusTrap } from './use-focus-trap.ts';
import { focusField, useKeptFocus } from './use-kept-focus.ts';
import { useReadMarks } from './use-read-marks.ts';
import { loadVoice, VoiceContext } from './voice.ts';

interface AppProps {
  visit: Visit;
  state: VisitState;
  shelf: Shelf;
  /** Takes the library's colour. */
  brand: CSSStyleSheet;
  options: PanelOptions;
  shown: boolean;
  /** Grows whenever the patron opens the panel: the keyboard then goes to the field. */
  focusWanted: number;
  onHide(): void;
}

export function App(props: AppProps) {
  const { visit, state, shelf, options, shown } = props;
  const { appearance } = state;
  const frame = useRef<HTMLElement>(null);
  const voice = useVoiceOf(options.pageLanguage, appearance);
  const colour = appearance?.colour ?? null;

  useEffect(() => {
    if (colour) props.brand.replaceSync(brandCss(colour));
  }, [colour, props.brand]);
  const hasWords = voice !== null;
  useEffect(() => {
    if (props.focusWanted > 0 && hasWords) focusField(frame.current);
  }, [props.focusWanted, hasWords]);
  const view = viewOf(state, voice);
  useKeptFocus(frame, shown ? focusView(view, state) : null);
  useTitle(appearance, voice, options);
  useReadMarks({ visit, state, shelf, voice, shown, onStatus: options.onStatus });
  useFocusTrap(frame, options.mode === 'popup' && shown);

  if (!voice) return null;
  const popup = options.mode === 'popup';
  return (
    <VoiceContext.Provider value={voice}>
      <ShelfContext.Provider value={shelf}>
        <section
          ref={frame}
          class="panel"
          tabIndex={-1}
          {...roleOf(popup)}
          lang={voice.language}
          aria-labelledby="title"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !popup || event.isComposing) return;
            event.stopPropagation();
            props.onHide();
          }}
        >
          <Header visit={visit} state={state} onHide={popup ? props.onHide : null} />
          {view === 'arriving' && <Arriving visit={visit} state={state} />}
          {view === 'chat' && <ChatView visit={visit} state={state} base={options.base} />}
          {view === 'question' && appearance && (
            <QuestionView
              visit={visit}
              appearance={appearance}
              refused={state.refused}
              newTab={`${options.base}/chat/${options.widgetId}`}
            />
          )}
          <LiveRegion state={state} />
        </section>
      </ShelfContext.Provider>
    </VoiceContext.Provider>
  );
}

function viewOf(state: VisitState, voice: Voice | null): 'arriving' | 'chat' | 'question' | null {
  if (!voice) return null;
  if (state.chat || state.opening) return 'chat';
  return state.appearance ? 'question' : 'arriving';
}

/** Where it fills the screen, there is nothing beside it for anybody. */
function roleOf(popup: boolean) {
  if (!popup) return { role: 'main' } as const;
  return { role: 'dialog', 'aria-modal': matchMedia(FILLS_SCREEN).matches } as const;
}

/** A name for what the keyboard can be on. */
function focusView(view: string | null, { chat, refused }: VisitState): string | null {
  const running = chat?.conversation.chat;
  return view && `${view} ${running?.state === 'closed'} ${running?.formOffered} ${refused}`;
}

/** Null until it is known which language the patron reads, and its words are here. */
function useVoiceOf(pageLanguage: string, appearance: VisitState['appearance']): Voice | null {
  const [voice, setVoice] = useState<Voice | null>(null);
  const language = chooseLanguage(pageLanguage, appearance?.languages ?? [], navigator.languages);
  useEffect(() => {
    let wanted = true;
    void loadVoice(language).then((loaded) => {
      if (wanted) setVoice(loaded);
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return voice;
}

function useTitle(
  appearance: VisitState['appearance'],
  voice: Voice | null,
  options: PanelOptions,
) {
  const title = appearance && voice && titleOf(appearance, voice);
  useEffect(() => {
    if (title && voice) options.onTitle?.(title, voice.language);
  }, [title, voice, options]);
}
