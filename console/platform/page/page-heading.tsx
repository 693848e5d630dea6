import { Title, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { namePage } from './title.ts';

/** The first page of a visit leaves the focus where the browser put it; later ones take it to their heading. */
let isFirstPage = true;

interface PageHeadingProps {
  readonly title: string;
  /** Heard but not seen, where the layout speaks for itself. */
  readonly hidden?: boolean;
}

/** The one `h1` of a page: names it in the title bar and takes the focus after navigation. */
export function PageHeading({ title, hidden = false }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => namePage(title), [title]);

  useEffect(() => {
    if (!isFirstPage) heading.current?.focus();
    isFirstPage = false;
  }, []);

  const element = (
    <Title order={1} ref={heading} tabIndex={-1} fz={{ base: 26, sm: 30 }}>
      {title}
    </Title>
  );
  return hidden ? <VisuallyHidden>{element}</VisuallyHidden> : element;
}
