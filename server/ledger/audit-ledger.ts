import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import {
  AUDIT_ACTIONS,
  AUDIT_OUTCOMES,
  type AuditFilter,
  type AuditPage,
  type AuditPerson,
  type AuditRecord,
} from '#lib/audit.ts';
import { AUDIT_STREAM } from '#server/shared/access-keys.ts';
import { chainHash, followChain, GENESIS, type Link } from './chain.ts';
import { LedgerUnavailableError, reach } from './reach.ts';

const names = <Name extends string>(table: Readonly<Record<Name, string>>) =>
  z.enum(Object.keys(table) as [Name, ...Name[]]);
const auditRecord = z.object({
  at: z.string(),
  personId: z.string(),
  account: z.string(),
  action: names(AUDIT_ACTIONS),
  subject: z.string(),
  scope: z.string(),
  from: z.string(),
  outcome: names(AUDIT_OUTCOMES),
  code: z.string(),
}) satisfies z.ZodType<AuditRecord>;

/** Adds an entry only while its predecessor is still the last one; otherwise answers with the hash that is. */
const APPEND = `
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local head = ARGV[1]
if last then
  for at = 1, #last[2], 2 do if last[2][at] == 'hash' then head = last[2][at + 1] end end
elseif head ~= '${GENESIS}' then
  head = '${GENESIS}'
end
if head ~= ARGV[1] then return head end
redis.call('XADD', KEYS[1], '*', 'record', ARGV[2], 'hash', ARGV[3])
return ''`;

/** Other processes may get ahead of this one; not this often. */
const ATTEMPTS = 50;
const LONGEST_PAUSE_MS = 20;
const PAGE = 100;
const BATCH = 500;
/** How far back one question looks. */
const LOOK_BACK = 10_000;
const DAY_MS = 86_400_000;

/** The append-only record of what people did: a Redis Stream in which every entry vouches for the one before. */
export class AuditLedger {
  readonly #redis: Redis;
  #head = GENESIS;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** Resolves with the record's hash once it is written. @throws LedgerUnavailableError: then it was not recorded. */
  append(record: AuditRecord): Promise<string> {
    const written = this.#queue.then(() => this.#append(JSON.stringify(record)));
    this.#queue = written.catch(() => {});
    return written;
  }

  /** @throws LedgerUnavailableError */
  async list(filter: AuditFilter): Promise<AuditPage> {
    const from = filter.day === undefined ? null : Date.parse(filter.day);
    const first = from === null ? '-' : String(from);
    let last = from === null ? '+' : String(from + DAY_MS - 1);
    const records: AuditRecord[] = [];
    for (let seen = 0; seen < LOOK_BACK; seen += BATCH) {
      const entries = await reach(() => this.#redis.xrevrange(AUDIT_STREAM, last, first, 'COUNT', BATCH));
      for (const [id, fields] of entries) {
        const record = auditRecord.safeParse(JSON.parse(toLink(id, fields).record)).data;
        if (record && fits(record, filter)) records.push(record);
        if (records.length > PAGE) return { records: records.slice(0, PAGE), truncated: true };
      }
      const oldest = entries.at(-1);
      if (entries.length < BATCH || !oldest) return { records, truncated: false };
      last = `(${oldest[0]}`;
    }
    return { records, truncated: true };
  }

  /** Everybody who left a record lately, by account. @throws LedgerUnavailableError */
  async people(): Promise<readonly AuditPerson[]> {
    const entries = await reach(() => this.#redis.xrevrange(AUDIT_STREAM, '+', '-', 'COUNT', LOOK_BACK));
    const people = new Map<string, AuditPerson>();
    for (const [id, fields] of entries) {
      const { personId = '', account = '' } =
        auditRecord.safeParse(JSON.parse(toLink(id, fields).record)).data ?? {};
      if (personId !== '' && !people.has(personId)) people.set(personId, { personId, account });
    }
    return [...people.values()].sort((one, other) => one.account.localeCompare(other.account));
  }

  /** Reads the whole chain. @throws LedgerUnavailableError */
  verify(): ReturnType<typeof followChain> {
    return followChain(this.#links());
  }

  close(): void {
    this.#redis.disconnect();
  }

  async #append(record: string): Promise<string> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const hash = chainHash(this.#head, record);
      const ahead = await reach(() => this.#redis.eval(APPEND, 1, AUDIT_STREAM, this.#head, record, hash));
      this.#head = ahead === '' ? hash : String(ahead);
      if (ahead === '') return hash;
      // Writers that retry in step overtake each other for ever; a growing, random pause lets one through.
      await sleep(Math.random() * Math.min(attempt, LONGEST_PAUSE_MS));
    }
    throw new LedgerUnavailableError({ cause: new Error('always overtaken') });
  }

  async *#links(): AsyncGenerator<Link> {
    for (let first = '-'; ; ) {
      const from = first;
      const entries = await reach(() => this.#redis.xrange(AUDIT_STREAM, from, '+', 'COUNT', BATCH));
      for (const [id, fields] of entries) yield toLink(id, fields);
      const newest = entries.at(-1);
      if (!newest) return;
      first = `(${newest[0]}`;
    }
  }
}

function toLink(id: string, fields: readonly string[]): Link {
  const value = (name: string) =>
    fields[fields.findIndex((field, at) => at % 2 === 0 && field === name) + 1] ?? '';
  return { id, record: value('record'), hash: value('hash') };
}

function fits(record: AuditRecord, { person, action, outcome }: AuditFilter): boolean {
  return (
    (action === undefined || record.action === action) &&
    (outcome === undefined || record.outcome === outcome) &&
    (person === undefined ||
      record.personId === person ||
      record.account.toLowerCase().includes(person.toLowerCase()))
  );
}
