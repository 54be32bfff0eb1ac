import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from '#lib/business-date.ts';
import { buildLake } from './build-lake.ts';
import { onlineRetail } from './online-retail/source.ts';
import { readTemplateDay } from './read-day.ts';
import { readLakeStatus } from './read-status.ts';
import { trialEffects, trialFolder, writeInvoices } from './trial.ts';

const row = (invoice: string, time: string, quantity = 1) =>
  `${invoice},22423,CAKESTAND,${quantity},${time},12.75,17850.0,United Kingdom`;

test('a closed day can be played again', async (t) => {
  const root = trialFolder(t);
  const folder = writeInvoices(trialFolder(t), 'days.csv', [
    row('1', '2010-12-08 10:00:00'),
    row('3', '2010-12-13 12:00:00', 2),
    row('C2', '2010-12-13 09:30:00', -3),
    row('3', '2010-12-13 12:00:00'),
    row('4', '2010-12-14 10:00:00'),
  ]);
  await buildLake(root, onlineRetail(folder), trialEffects());

  await t.test('its tickets come in the order they happened, in pence', async () => {
    const line = { productId: '22423', unitPrice: '1275' };
    assert.deepEqual(await readTemplateDay(root, businessDate('2010-12-13')), [
      {
        transactionId: 'C2',
        storeId: 'ONLINE',
        businessDate: '2010-12-13',
        channel: 'online',
        eventTime: '2010-12-13T09:30:00',
        lines: [{ ...line, quantity: -3, netAmount: '-3825' }],
      },
      {
        transactionId: '3',
        storeId: 'ONLINE',
        businessDate: '2010-12-13',
        channel: 'online',
        eventTime: '2010-12-13T12:00:00',
        lines: [
          { ...line, quantity: 2, netAmount: '2550' },
          { ...line, quantity: 1, netAmount: '1275' },
        ],
      },
    ]);
  });

  await t.test("the usual day is the last one with today's weekday", async () => {
    assert.equal((await readLakeStatus(root)).lastClosedDate, '2010-12-14');
    const days = (await readTemplateDay(root, 'usual')).map((ticket) => ticket.businessDate);
    assert.deepEqual(days, ['2010-12-08']);
  });

  await t.test('a day without sales has no tickets', async () => {
    assert.deepEqual(await readTemplateDay(root, businessDate('2010-12-11')), []);
  });
});

test('without an earlier day of the same weekday the last closed day is played', async (t) => {
  const root = trialFolder(t);
  const folder = writeInvoices(trialFolder(t), 'days.csv', [
    row('1', '2010-12-13 10:00:00'),
    row('2', '2010-12-14 10:00:00'),
  ]);
  await buildLake(root, onlineRetail(folder), trialEffects());
  const days = (await readTemplateDay(root, 'usual')).map((ticket) => ticket.businessDate);
  assert.deepEqual(days, ['2010-12-14']);
});

test('before the first build there is no lake to read', async (t) => {
  await assert.rejects(readLakeStatus(trialFolder(t)), { code: 'NO_LAKE' });
  await assert.rejects(readTemplateDay(trialFolder(t), 'usual'), { code: 'NO_LAKE' });
});
