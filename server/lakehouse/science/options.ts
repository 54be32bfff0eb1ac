import { type Given, MisuseError } from './command.ts';

/** @throws MisuseError when the option is missing or empty. */
export function textOf(given: Given, name: string): string {
  const text = optionalText(given, name);
  if (text === undefined) throw new MisuseError(`--${name} is missing`);
  return text;
}

export function optionalText(given: Given, name: string): string | undefined {
  const text = given[name];
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Names parted by commas; none when the option is not given. */
export const namesOf = (given: Given, name: string): string[] =>
  (optionalText(given, name) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** @throws MisuseError for what is no number from least to most, or is no whole number where one is asked for. */
export function numberOf(
  given: Given,
  name: string,
  range: { otherwise?: number; least: number; most?: number; whole?: boolean },
): number {
  const text = optionalText(given, name);
  if (text === undefined && range.otherwise !== undefined) return range.otherwise;
  const number = Number(textOf(given, name));
  const { least, most = Number.MAX_SAFE_INTEGER } = range;
  if (number >= least && number <= most && (!range.whole || Number.isInteger(number))) return number;
  const kind = range.whole ? 'a whole number' : 'a number';
  const upTo = range.most === undefined ? ' up' : ` to ${range.most}`;
  throw new MisuseError(`--${name} takes ${kind} from ${least}${upTo}, not ${text}`);
}

/** @throws MisuseError for a word that is not offered. */
export function oneOf<Word extends string>(
  given: Given,
  name: string,
  words: readonly Word[],
  otherwise?: Word,
): Word {
  const text = optionalText(given, name) ?? otherwise;
  const word = words.find((offered) => offered === text);
  if (word === undefined)
    throw new MisuseError(`--${name} takes ${words.join(' or ')}, not ${text ?? 'nothing'}`);
  return word;
}
