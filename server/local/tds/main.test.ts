import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { makeSampleLake, type SampleLake } from './sample-lake.ts';
import { batch, SQL_LOGIN, signIn } from './tds-client.ts';

const MAIN = new URL('./main.ts', import.meta.url).pathname;

describe('The TDS endpoint as a process of its own', () => {
  let lake: SampleLake;
  let occupied: Server;

  before(async () => {
    lake = await makeSampleLake();
    await lake.build('first', 7);
    occupied = createServer().listen(0, '127.0.0.1');
    await once(occupied, 'listening');
  });
  after(async () => {
    occupied.close();
    await lake.remove();
  });

  function start(environment: Readonly<Record<string, string>>): ChildProcess {
    return spawn(process.execPath, ['--conditions=react-server', MAIN], {
      env: { ...process.env, LAKE_ROOT: lake.root, SQL_DATABASE: 'retail', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
  const login = { TDS_SQL_LOGIN: SQL_LOGIN.login, TDS_SQL_PASSWORD: SQL_LOGIN.password };

  /** All the process says, and the code it ends with. */
  async function toItsEnd(child: ChildProcess) {
    let said = '';
    child.stdout?.on('data', (text) => (said += text));
    child.stderr?.on('data', (text) => (said += text));
    const [code] = await once(child, 'close');
    return { said, code };
  }

  it('says one line when it listens, answers, and ends cleanly when told to', async () => {
    const child = start({ ...login, TDS_PORT: '0' });
    const ended = toItsEnd(child);
    const [line] = await once(child.stdout ?? child, 'data');
    const { event, port } = JSON.parse(String(line));
    assert.equal(event, 'tds.listening');
    const connection = await signIn(port);
    connection.on('error', () => undefined); // The process is about to leave in the middle of the conversation.
    assert.deepEqual((await batch(connection, 'SELECT 1 AS one')).rows, [{ one: 1 }]);
    child.kill('SIGTERM');
    assert.equal((await ended).code, 0);
  });

  it('names a port that is taken, in one line', async () => {
    const address = occupied.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { said, code } = await toItsEnd(start({ ...login, TDS_PORT: port }));
    assert.deepEqual([said, code], [`Port ${port} is taken: set TDS_PORT to a free one\n`, 1]);
  });

  it('does not start where nobody could sign in', async () => {
    const { said, code } = await toItsEnd(start({ TDS_PORT: '0' }));
    assert.match(said, /^Nobody could sign in: set TDS_SQL_LOGIN/);
    assert.equal(code, 1);
  });
});
