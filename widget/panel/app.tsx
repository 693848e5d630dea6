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
import { useFocusTrap } from './use-focus-trap.ts';
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
  useEffect(() => {
    if (props.focusWanted > 0) focusField(frame.current);
  }, [props.focusWanted]);
  const view = viewOf(state, voice);
  // What the keyboard was on may be gone with the view it belonged to.
  const viewShown = shown && view;
  useEffect(() => {
    if (viewShown && isFocusLost(frame.current)) focusField(frame.current);
  }, [viewShown]);
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
          lang={voice.language}
          role={popup ? 'dialog' : 'main'}
          aria-labelledby="title"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !popup || event.isComposing) return;
            event.stopPropagation();
            props.onHide();
          }}
        >
          <Header visit={visit} state={state} onHide={popup ? props.onHide : null} />
          {view === 'arriving' && <Arriving visit={visit} state={state} />}
          {view === 'chat' && <ChatView visit={visit} state={state} />}
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

function focusField(frame: HTMLElement | null): void {
  const field = frame?.querySelector<HTMLElement>('textarea, .first-focus');
  field?.focus();
}

/** Whether the keyboard is nowhere: neither in the panel nor at anything of the page. */
function isFocusLost(frame: HTMLElement | null): boolean {
  const root = frame?.getRootNode();
  if (!(root instanceof ShadowRoot) || root.activeElement) return false;
  return document.activeElement === document.body || document.activeElement === root.host;
}
