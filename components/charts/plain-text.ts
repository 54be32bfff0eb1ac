/** Seen by nobody, and breaks no line. */
const NOTHING = '\u2060';

/** Text for a tooltip: `{bold|name}` is a name, and not a piece of text in a style. */
export function plainText(text: string): string {
  return text.replaceAll(/\{(?=\w+\|)/g, `{${NOTHING}`);
}
