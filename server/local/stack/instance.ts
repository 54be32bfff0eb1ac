// node --conditions=react-server server/local/stack/instance.ts PORT [FOLDER]: one more process of the app, beside that of
// the stack which the environment names and with the same sources behind it; FOLDER holds another build to serve.
import { resolve } from 'node:path';
import { stackEnvironment, stackSettings } from './settings.ts';

const [port = '', folder = '.'] = process.argv.slice(2);
const environment = stackEnvironment(stackSettings(process.env));
const next = resolve('node_modules/next/dist/bin/next');
process.chdir(folder);
// It becomes the app, so that a signal to it is a signal to the app.
process.execve?.(
  process.execPath,
  [process.execPath, next, 'start', '--port', port, '--hostname', '127.0.0.1'],
  { ...process.env, ...environment, NODE_ENV: 'production' },
);
