let pageName = '';
let mark = '';

/** Names the page in the title bar: `Widgets · Carrel`. */
export function namePage(name: string): void {
  pageName = name;
  show();
}

/** What stands before the name, such as `(2)` for two who wait; empty for nothing. */
export function markTitle(text: string): void {
  mark = text;
  show();
}

function show(): void {
  const name = pageName === '' ? 'Carrel' : `${pageName} · Carrel`;
  document.title = mark === '' ? name : `${mark} ${name}`;
}
