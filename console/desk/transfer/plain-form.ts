/** Lower case without accents: who types `helene` finds Hélène. */
export function plainForm(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
