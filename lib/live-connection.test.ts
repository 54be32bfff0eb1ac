import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDate } from './business-date.ts';
import {
  beatHeard,
  connectionAtFirstPaint,
  figuresFetched,
  figuresHeard,
  pollIsDue,
  redialIsDue,
  SILENCE_MS,
  serverTime,
  sourceHeard,
  streamLost,
  timePassed,
} from './live-connection.ts';
import type { LiveSales } from './live-sales.ts';

const NOON = Date.UTC(2010, 11, 24, 12);
/** The reader's clock is an hour fast. */
const READER = NOON + 3_600_000;

const painted: LiveSales = {
  audience: 'chain',
  businessDate: businessDate('2010-12-24'),
  netSales: '0',
  transactions: 0,
  units: 0,
  eventTime: null,
  countedAt: null,
  sentAt: NOON,
  currency: 'GBP',
  timeZone: 'Europe/London',
  reportingStores: 0,
  ...{ floorTime: null, hours: [], channels: [], stores: [], ticker: [] },
};

describe('a live connection', () => {
  test('begins with what the server painted', () => {
    assert.equal(connectionAtFirstPaint(painted).phase, 'connecting');
    const source = { state: 'offline', since: NOON - 60_000, sentAt: NOON } as const;
    const { phase, since } = connectionAtFirstPaint({
      audience: 'chain',
      source,
      sentAt: NOON,
      last: painted,
    });
    assert.deepEqual([phase, since], ['offline', NOON - 60_000]);
    assert.equal(
      connectionAtFirstPaint({ audience: 'chain', source: null, sentAt: NOON, last: null }).phase,
      'connecting',
    );
  });

  test('tells the time by the server, however wrong the reader’s clock is', () => {
    const live = figuresHeard(NOON, READER);
    assert.equal(serverTime(live, READER + 5_000), NOON + 5_000);
    assert.equal(serverTime(beatHeard(live, NOON + 15_000, READER + 15_100), READER + 15_100), NOON + 15_000);
  });

  test('that breaks is reconnecting first and offline since its last word later', () => {
    const lost = streamLost(figuresHeard(NOON, READER));
    assert.deepEqual([lost.phase, lost.since], ['reconnecting', NOON]);
    assert.equal(timePassed(lost, READER + 19_000).phase, 'reconnecting');
    const late = timePassed(lost, READER + 21_000);
    assert.deepEqual([late.phase, late.since], ['offline', NOON]);
    assert.equal(figuresHeard(NOON + 30_000, READER + 30_000).phase, 'live');
  });

  test('that sleeps for an hour wakes up stale at once', () => {
    const awake = timePassed(figuresHeard(NOON, READER), READER + 3_600_000);
    assert.deepEqual([awake.phase, awake.since], ['offline', NOON]);
  });

  test('stays live through a silence shorter than two heartbeats', () => {
    assert.equal(timePassed(figuresHeard(NOON, READER), READER + SILENCE_MS).phase, 'live');
  });

  test('keeps saying since when the source is away, though the server is heard', () => {
    const away = sourceHeard({ state: 'offline', since: NOON - 5_000, sentAt: NOON }, READER);
    const later = timePassed(beatHeard(away, NOON + 15_000, READER + 15_000), READER + 20_000);
    assert.deepEqual([later.phase, later.since], ['offline', NOON - 5_000]);
    assert.deepEqual(streamLost(later), later);
  });
});

describe('redialIsDue', () => {
  const open = { dialledAt: READER, failures: 0, closed: false };

  test('leaves a broken line to the browser until the silence is dead', () => {
    assert.equal(redialIsDue(open, READER, READER + SILENCE_MS, 0), false);
    assert.equal(redialIsDue(open, READER, READER + SILENCE_MS + 1, 0), true);
    assert.equal(
      redialIsDue({ ...open, dialledAt: READER + SILENCE_MS }, READER, READER + SILENCE_MS + 1, 0),
      false,
    );
  });

  test('waits longer after each refusal, up to a minute, and not everybody equally long', () => {
    const refused = { ...open, failures: 2, closed: true };
    assert.equal(redialIsDue(refused, READER, READER + 2_001, 0), true);
    assert.equal(redialIsDue(refused, READER, READER + 2_001, 1), false);
    assert.equal(redialIsDue({ ...refused, failures: 50 }, READER, READER + 60_001, 1), true);
  });
});

describe('pollIsDue', () => {
  const dial = { dialledAt: READER, failures: 1, closed: false };

  test('fetches where a stream brings nothing after its dial, and again every ten seconds', () => {
    assert.equal(pollIsDue(dial, 0, 0, READER + 7_000), false);
    assert.equal(pollIsDue(dial, 0, 0, READER + 8_001), true);
    assert.equal(pollIsDue(dial, 0, READER + 8_001, READER + 18_000), false);
    assert.equal(pollIsDue(dial, 0, READER + 8_001, READER + 18_001), true);
  });

  test('leaves a stream alone that is heard every heartbeat', () => {
    assert.equal(pollIsDue(dial, READER + 1_000, 0, READER + 16_000), false);
    assert.equal(pollIsDue(dial, READER + 1_000, 0, READER + SILENCE_MS + 1_001), true);
  });

  test('says that its figures were fetched, and is live again when the stream speaks', () => {
    const fetched = figuresFetched(NOON, READER);
    assert.deepEqual([fetched.phase, fetched.since], ['polling', null]);
    assert.equal(streamLost(fetched).phase, 'reconnecting');
    assert.equal(figuresHeard(NOON, READER).phase, 'live');
  });
});
