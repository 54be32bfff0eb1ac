import { readFileSync } from 'node:fs';
import { RULES, type Rule } from './rules.ts';

/** One place at which a part of the protection is taken out. */
export interface Mutation {
  readonly kind: Rule['kind'];
  readonly file: string;
  readonly line: number;
  /** What was taken out, on one line. */
  readonly lost: string;
  /** The whole file without it. */
  readonly text: string;
  readonly tests: readonly string[];
}

/** Every place the rules find in these files, in the order of the files. */
export function findMutations(
  files: readonly string[],
  read = (file: string) => readFileSync(file, 'utf8'),
): Mutation[] {
  return files.flatMap((file) =>
    RULES.filter((rule) => rule.files.test(file) && !/\.test\.tsx?$/.test(file)).flatMap((rule) => {
      const text = read(file);
      return [...text.matchAll(rule.find)].map(({ 0: found, index }): Mutation => {
        const line = text.slice(0, index).split('\n').length;
        const changed = text.slice(0, index) + rule.replace + text.slice(index + found.length);
        const lost = found.trim().replaceAll(/\s+/g, ' ');
        return { kind: rule.kind, file, line, lost, text: changed, tests: rule.tests };
      });
    }),
  );
}
