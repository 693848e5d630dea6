const SUBJECT_CHARACTERS = 60;
/** Mail programs and the shells that start them refuse longer addresses. */
const ADDRESS_CHARACTERS = 1_800;

/** A `mailto:` address that answers a question: its first words as subject, all of it quoted below. */
export function mailReply(email: string, subjectStart: string, question: string): string {
  const firstLine = question.trim().split('\n', 1)[0] ?? '';
  const subject = `${subjectStart} ${shorten(firstLine, SUBJECT_CHARACTERS)}`;
  // Some mail programs show an address as it is written here, so its @ stays one.
  const to = encodeURIComponent(email).replace('%40', '@');
  const start = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=`;
  return start + quote(question, ADDRESS_CHARACTERS - start.length);
}

/** As many whole lines as fit, each behind `> `, encoded. */
function quote(question: string, room: number): string {
  const lines = question.trim().split(/\r?\n/);
  let quoted = encodeURIComponent('\r\n\r\n');
  for (const line of lines) {
    const next = encodeURIComponent(`> ${line}\r\n`);
    if (quoted.length + next.length > room) return quoted + encodeURIComponent('> …\r\n');
    quoted += next;
  }
  return quoted;
}

/** Cut between two characters as a reader sees them: half of one cannot be encoded. */
function shorten(text: string, characters: number): string {
  const signs = [...text];
  return signs.length <= characters ? text : `${signs.slice(0, characters - 1).join('')}…`;
}
