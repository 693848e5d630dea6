/**
 * On a phone the panel fills what is left above the on-screen keyboard, which moves over a page
 * without resizing it. Set through the object model, which no content security policy forbids.
 */
export function fitToScreen(element: HTMLElement): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const follow = () => {
    // A page that is zoomed by hand is read through a lens: the panel stays where it is.
    if (viewport.scale > 1.01) return;
    element.style.setProperty('--seen-height', `${viewport.height}px`);
    element.style.setProperty('--seen-top', `${viewport.offsetTop}px`);
  };
  follow();
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
}
