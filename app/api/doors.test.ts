import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { ACTIONS, COLUMNS, PAGES, ROLES } from '#lib/roles.ts';
import { trialEnvironment } from '#server/auth/trial-environment.ts';

const { origin, close } = await trialEnvironment();
const { asked, trialCookie } = await import('#server/auth/trial-request.ts');
const { accessWatch } = await import('#server/auth/access.ts');
const { blockPerson } = await import('#server/auth/access-records.ts');
const { auditLedger } = await import('#server/ledger/record-deed.ts');

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

interface Door {
  readonly name: string;
  readonly method: string;
  readonly open: (headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

/** Handlers that anybody may call, and why. Whatever is not here refuses whoever has not proved a role. */
const OPEN_DOORS: Readonly<Record<string, string>> = {
  'GET /api/health': 'says that the process answers, of which build it is, and nothing else',
  'POST /api/session': 'is the way in: it proves the token it is given',
  'PUT /api/session': 'proves the token it is given',
  'GET /api/session': 'says who the session is, to whoever has one',
  'POST /api/session/end': 'ends the session it comes with',
};
/** GET handlers that cost so much that another site must not make a browser ask them. */
const COSTLY = /^GET \/api\/(?:export|live$|v1)/;

const SALES = ['executive', 'regional-manager', 'store-manager', 'pricing-analyst'];
/** Who gets past the guards, written down again from the requirement; a handler not named here goes by lib/roles.ts. */
const OPENS_TO: Readonly<Record<string, readonly string[]>> = {
  'GET /api/session/provider': ROLES,
  'GET /api/live': SALES,
  'GET /api/v1/live/sales': SALES,
  'GET /api/v1/live/stock': SALES,
  'GET /api/v1/alerts': [...SALES, 'administrator'],
  'POST /api/v1/alerts': [...SALES, 'administrator'],
  'GET /api/v1/notes': SALES,
  'POST /api/v1/notes': SALES,
  'POST /api/v1/price-decisions': ['executive', 'pricing-analyst'],
  'GET /api/export/[table]': SALES,
  'POST /api/customers/search': ['customer-care'],
  'POST /api/customers/[customerKey]/reveal': ['customer-care'],
  'POST /api/access/block': ['administrator'],
};
const TABLED: readonly (readonly string[])[] = [
  ROLES,
  ...Object.values(PAGES).map(({ roles }) => roles),
  ...Object.values(COLUMNS),
  ...Object.values(ACTIONS),
];
const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Every handler there is, found by its file: a new one is asked the same without being named here. */
async function everyDoor(): Promise<Door[]> {
  const doors: Door[] = [];
  for (const file of globSync('app/api/**/route.ts')) {
    const path = `/${file.split('/').slice(1, -1).join('/')}`;
    const handlers = (await import(`#app/${file.slice('app/'.length)}`)) as Record<string, Handler>;
    for (const method of ['GET', 'HEAD', ...CHANGING]) {
      const handler = handlers[method];
      if (typeof handler !== 'function') continue;
      const names = [...path.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = '']) => [name, '1']);
      const open: Door['open'] = (headers = {}) => {
        const request = new Request(`${origin}${path.replaceAll(/\[[^\]]+\]/g, '1')}`, {
          method,
          headers,
          ...(CHANGING.includes(method) && { body: '{}' }),
        });
        return asked(request, async () =>
          handler(request, { params: Promise.resolve(Object.fromEntries(names)) }),
        );
      };
      doors.push({ name: `${method} ${path}`, method, open });
    }
  }
  return doors;
}

/** Status and code of a refusal; an answer that goes on is let go. */
async function refusalOf(response: Response): Promise<[number, string]> {
  if (response.ok) {
    await response.body?.cancel();
    return [response.status, ''];
  }
  const body = (await response.json().catch(() => null)) as { code?: string } | null;
  return [response.status, body?.code ?? ''];
}

/** Found before the suite is: one that fails while it is put together is reported, and yet passes. */
const doors = await everyDoor();

describe('every handler of the app', () => {
  before(() => accessWatch().known());
  after(async () => {
    accessWatch().close();
    auditLedger().close();
    await close();
    // Whatever a handler may have opened towards sources is of no interest any more.
    setTimeout(() => process.exit(), 500).unref();
  });
  const guarded = doors.filter(({ name }) => !Object.hasOwn(OPEN_DOORS, name));

  test('is found, and so is everything that is said to be open', () => {
    assert.ok(doors.length > 10);
    for (const name of Object.keys(OPEN_DOORS))
      assert.ok(
        doors.some((door) => door.name === name),
        name,
      );
  });

  for (const { name, open, method } of guarded) {
    test(`${name} refuses without a session`, async () => {
      assert.deepEqual(await refusalOf(await open({ origin })), [401, 'NOT_SIGNED_IN']);
    });

    test(`${name} refuses a session that was changed, and one sealed with another secret`, async () => {
      const cookie = await trialCookie({ roles: ['executive'] });
      for (const forged of [
        `${cookie.slice(0, -4)}AAAA`,
        '__Host-rp_session=eyJhbGciOiJub25lIn0.e30.',
        `x${cookie}`,
      ])
        assert.equal((await refusalOf(await open({ origin, cookie: forged })))[0], 401);
    });

    test(`${name} refuses an account without a role, and one whose role has no stores`, async () => {
      const [status, code] = await refusalOf(
        await open({ origin, cookie: await trialCookie({ roles: [] }) }),
      );
      assert.deepEqual([status, code], [403, 'NO_ROLE']);
      const nowhere = { origin, cookie: await trialCookie({ roles: ['store-manager'] }) };
      assert.equal((await refusalOf(await open(nowhere)))[0], 403);
    });

    test(`${name} refuses whoever is blocked, whatever their role`, async () => {
      await blockPerson(accessWatch().redis, 'blocked', {
        account: 'x',
        by: 'y',
        at: '2026-11-25T00:00:00Z',
      });
      await accessWatch().refresh();
      for (const role of ROLES) {
        const cookie = await trialCookie({ id: 'blocked', roles: [role], stores: ['S-001'] });
        assert.deepEqual(await refusalOf(await open({ origin, cookie })), [403, 'ACCOUNT_BLOCKED'], role);
      }
    });

    test(`${name} opens to the roles it is for, and to no other`, async () => {
      const past: string[] = [];
      for (const role of ROLES) {
        const cookie = await trialCookie({ roles: [role], stores: ['S-001'], regions: ['North'] });
        const [, code] = await refusalOf(await open({ origin, cookie }));
        if (code !== 'ROLE_REFUSED') past.push(role);
      }
      const expected = OPENS_TO[name] ?? TABLED.find((roles) => roles.join() === past.join());
      assert.deepEqual(past, expected, 'a set of roles that lib/roles.ts names');
    });

    if (CHANGING.includes(method))
      test(`${name} changes nothing for another site, for null and for no origin at all`, async () => {
        for (const role of ROLES)
          for (const from of [{ origin: 'https://evil.example' }, { origin: 'null' }, {}]) {
            const cookie = await trialCookie({ roles: [role], stores: ['S-001'] });
            const [status, code] = await refusalOf(await open({ cookie, ...from }));
            assert.equal(status, 403, role);
            assert.match(code, /^(?:FOREIGN_ORIGIN|ROLE_REFUSED|NO_STORES)$/, role);
          }
      });

    if (COSTLY.test(name))
      test(`${name} costs nothing for another site`, async () => {
        for (const role of ROLES) {
          const cookie = await trialCookie({ roles: [role], stores: ['S-001'] });
          const [status] = await refusalOf(await open({ cookie, 'sec-fetch-site': 'cross-site' }));
          assert.equal(status, 403, role);
        }
      });
  }
});
