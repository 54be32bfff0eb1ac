import { text } from 'node:stream/consumers';
import { ask, type Flood } from './flood.ts';

// One flood, as told on standard input; what came of it goes to standard output.
const asked = JSON.parse(await text(process.stdin)) as Flood;
process.stdout.write(JSON.stringify(await ask(asked)));
