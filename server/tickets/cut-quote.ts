/** What somebody wrote, and what their mail program put below it. */
export interface CutMail {
  readonly text: string;
  /** Null where nothing was quoted. */
  readonly quoted: string | null;
}

/** The line with which mail programs begin a quotation, in the languages that Carrel speaks, and German. */
const BEGINNINGS: readonly RegExp[] = [
  /^On\b.{3,300}\bwrote:?$/,
  /^Le\b.{3,300}\ba écrit\s*:?$/,
  /^El\b.{3,300}\bescribió:?$/,
  /^Am\b.{3,300}\bschrieb.{0,200}:$/,
  /^-{2,}\s*(Original Message|Message d['’]origine|Mensaje original|Ursprüngliche Nachricht)\s*-{2,}$/i,
  /^_{20,}$/,
];
/** Outlook puts a block of header lines there, with no line before it. */
const HEADER = /^\*?(From|De|Von)\s?:\*?\s.*@/;
/** Some programs break the beginning into two or three lines. */
const MOST_LINES = 3;

/**
 * Cuts off what is quoted at the end. A mistake costs little: what is cut stays at hand, and where
 * nothing would be left of the mail, nothing is cut.
 */
export function cutQuote(mail: string): CutMail {
  const lines = mail.replaceAll('\r\n', '\n').trimEnd().split('\n');
  const at = beginningOf(lines);
  const text = lines.slice(0, at).join('\n').trim();
  if (at === lines.length || text === '') return { text: lines.join('\n').trim(), quoted: null };
  return { text, quoted: lines.slice(at).join('\n').trim() };
}

function beginningOf(lines: readonly string[]): number {
  const begun = lines.findIndex((line, index) => {
    if (HEADER.test(line.trim())) return true;
    const joined = Array.from({ length: MOST_LINES }, (_, more) =>
      lines
        .slice(index, index + more + 1)
        .map((part) => part.trim())
        .join(' '),
    );
    return (
      line.trim() !== '' && joined.some((start) => BEGINNINGS.some((rule) => rule.test(start)))
    );
  });
  if (begun >= 0) return begun;
  // A block of `>` that goes on to the end; one with words below it is answered in between.
  let at = lines.length;
  while (at > 0 && /^\s*>|^\s*$/.test(lines[at - 1] ?? '')) at -= 1;
  return lines.slice(at).some((line) => line.trimStart().startsWith('>')) ? at : lines.length;
}
