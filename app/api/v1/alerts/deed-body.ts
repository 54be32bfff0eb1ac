import { z } from 'zod';
import { type AlertDeed, LONGEST_COMMENT, SNOOZE_MINUTES } from '#lib/alert-deed.ts';

const id = z.string().max(200).describe('Of the alert, as the list has it');

/** What somebody does about an alert, and about which. */
export const DEED_BODY = z.discriminatedUnion('action', [
  z.object({ id, action: z.literal('acknowledge') }),
  z.object({
    id,
    action: z.literal('assign'),
    to: z
      .string()
      .max(200)
      .trim()
      .describe('To assign: account that looks into it; nobody where it is empty'),
  }),
  z.object({
    id,
    action: z.literal('snooze'),
    minutes: z.literal(SNOOZE_MINUTES).describe('To snooze: how long it is put off'),
  }),
  z.object({
    id,
    action: z.literal('comment'),
    text: z.string().max(LONGEST_COMMENT).trim().min(1).describe('To comment: what is said'),
  }),
  z.object({
    id,
    action: z.literal('rate'),
    feedback: z.enum(['useful', 'noise']).describe('To rate: noise is not told again for a day'),
  }),
]) satisfies z.ZodType<AlertDeed & { readonly id: string }>;
