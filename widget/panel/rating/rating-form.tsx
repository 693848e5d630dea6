import { useEffect, useRef, useState } from 'preact/hooks';
import { fillIn } from '../../language.ts';
import { COMMENT_CHARACTERS } from '../../limits.ts';
import { type Rated, STEPS } from './ratings.ts';
import type { RatingWords } from './words.ts';

interface RatingFormProps {
  words: RatingWords;
  rated: Rated;
  onType(typed: Pick<Rated, 'rating' | 'comment'>): void;
  onSend(): void;
}

/** Four steps, a comment once one is chosen, and what became of it. */
export function RatingForm({ words, rated, onType, onSend }: RatingFormProps) {
  const { rating, comment, state } = rated;
  const isTyped = state === 'typed' || state === 'refused';
  const box = useRef<HTMLDivElement>(null);
  const wasTyped = useRef(isTyped);
  // The button that had the keyboard is gone, another stands in its place.
  useEffect(() => {
    if (wasTyped.current !== isTyped)
      box.current?.querySelector<HTMLElement>(isTyped ? 'input:checked' : 'button')?.focus();
    wasTyped.current = isTyped;
  }, [isTyped]);
  // Heard only where it comes into a region that is there already.
  const [offer, setOffer] = useState('');
  useEffect(() => setOffer(words.rateOffer), [words]);

  return (
    <div ref={box} class="rating">
      <p class={isTyped && state !== 'refused' ? 'unseen' : 'said'} role="status">
        {saying(rated, words) ?? offer}
      </p>
      {isTyped ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSend();
          }}
        >
          <fieldset>
            <legend>{words.rateTitle}</legend>
            <div class="steps">
              {STEPS.map((step) => (
                <label key={step}>
                  <input
                    type="radio"
                    name="rating"
                    checked={rating === step}
                    onChange={() => onType({ rating: step, comment })}
                  />
                  <span>{words[`rate${step}`]}</span>
                </label>
              ))}
            </div>
          </fieldset>
          {rating !== null && (
            <>
              <label class="comment">
                <span>
                  {words.rateComment} <span class="optional">({words.rateOptional})</span>
                </span>
                <textarea
                  rows={2}
                  maxLength={COMMENT_CHARACTERS}
                  value={comment}
                  onInput={(event) => onType({ rating, comment: event.currentTarget.value })}
                />
              </label>
              <button type="submit" class="second">
                {words.rateSend}
              </button>
            </>
          )}
        </form>
      ) : (
        <button type="button" class="quiet" onClick={() => onType({ rating, comment })}>
          {words.rateChange}
        </button>
      )}
    </div>
  );
}

/** What became of it; null before it was sent. */
function saying({ state, late, rating }: Rated, words: RatingWords): string | null {
  const step = rating === null ? '' : words[`rate${rating}`];
  if (state === 'refused') return words.rateRefused;
  if (state === 'sent') return fillIn(words.rateThanks, { rating: step });
  if (state === 'typed') return null;
  return late ? fillIn(words.rateLate, { rating: step }) : words.rateSending;
}
