/** What the page's one line says. */
export interface Settings {
  widgetId: string;
  /** Carrel's address: where the script itself came from, without a slash at its end. */
  base: string;
  side: 'left' | 'right';
  /** The launcher's words in place of Carrel's own. */
  label: string | null;
  /** A selector of the place in the page that the launcher is put into. */
  target: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Null where there is no widget to show: the page then stays as it is. */
export function readSettings(script: { src: string; dataset: DOMStringMap }): Settings | null {
  const { widget, position, label, target } = script.dataset;
  if (!widget || !UUID.test(widget) || !script.src) return null;
  return {
    widgetId: widget.toLowerCase(),
    base: new URL('.', script.src).href.replace(/\/$/, ''),
    side: position === 'left' ? 'left' : 'right',
    label: label?.trim() || null,
    target: target || null,
  };
}
