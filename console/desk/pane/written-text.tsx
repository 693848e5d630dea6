import { splitLinks } from './links.ts';

/** What somebody wrote, as they wrote it; addresses can be followed, and the page there learns nothing of the desk. */
export function WrittenText({ text }: { readonly text: string }) {
  return splitLinks(text).map(({ text: words, href }, position) =>
    href === null ? (
      words
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text never change their places
      <a key={position} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    ),
  );
}
