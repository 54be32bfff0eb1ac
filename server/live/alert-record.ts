import { z } from 'zod';
import { ALERT_RULES, type Alert, type AlertRule } from '#lib/alert.ts';

const account = z.string().nullable();
const moment = z.number().describe('Epoch milliseconds of the server’s clock');

/** What is kept of an alert beside its id: it reads what stands in Redis, and describes what is given out. */
export const alertRecord = z.object({
  rule: z.enum(Object.keys(ALERT_RULES) as [AlertRule, ...AlertRule[]]).describe('What was watched for'),
  subject: z.string().describe('Names it among those of its rule'),
  storeId: z.string().nullable().describe('Store it is about; null where it is about the chain'),
  about: z.string().describe('What it is about, in words'),
  found: z.string().describe('What was found, as a sentence; empty where the rule says all'),
  level: z.number().describe('1 is the threshold'),
  atStake: z.string().regex(/^\d+$/).describe('Net sales at stake, minor units'),
  overSince: moment,
  openedAt: moment.nullable(),
  acknowledgedBy: account.describe('Account that took notice of it'),
  assignedTo: account.describe('Account that looks into it'),
  snoozedUntil: moment.nullable(),
  feedback: z.enum(['useful', 'noise']).nullable(),
  comments: z.array(z.object({ by: z.string().describe('Account'), at: moment, text: z.string() })),
}) satisfies z.ZodType<Omit<Alert, 'id'>>;
