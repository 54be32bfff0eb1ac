import { type Desk, MisuseError, readOptions } from './command.ts';
import { COMMANDS } from './commands.ts';

const desk: Desk = { print: (line) => console.log(line), note: (line) => console.error(line) };

const list = () => {
  const width = Math.max(0, ...COMMANDS.map(({ name }) => name.length)) + 2;
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return `npm run science -- <command> [options]\n\n${lines.join('\n')}\n\nEach command explains itself: npm run science -- <command> --help`;
};

async function obey([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === '--help') return desk.print(list());
  const command = COMMANDS.find((offered) => offered.name === name);
  if (!command) throw new MisuseError(`there is no command ${name}`);
  const given = readOptions(command, args);
  if (given['help'] === true) return desk.print(command.help.trim());
  await command.run(given, desk);
}

try {
  await obey(process.argv.slice(2));
} catch (error) {
  // An error with a code is one we foresaw: its sentence says all, a stack would hide it.
  const foreseen = error instanceof Error && 'code' in error;
  console.error(foreseen ? error.message : error);
  process.exitCode = 1;
}
