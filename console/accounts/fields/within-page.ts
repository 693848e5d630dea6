/** For lists that drop down: outside of the page's landmarks a screen reader would not find them. */
export const WITHIN_PAGE = { withinPortal: false } as const;
