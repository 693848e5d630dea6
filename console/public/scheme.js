// Sets the colour scheme before anything is painted. The key is the one of platform/theme/scheme.ts.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('carrel.scheme');
  } catch {
    // Storage is refused in some private windows: then the system decides.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
