import { Alert } from '@mantine/core';

/** What a form was refused for. The region is always there, so that its text is read out. */
export function Refusal({ text }: { text: string | null }) {
  return <div role="alert">{text !== null && <Alert color="late">{text}</Alert>}</div>;
}
