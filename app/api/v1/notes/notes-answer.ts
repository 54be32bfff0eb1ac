import { z } from 'zod';
import { type BusinessDate, isBusinessDate } from '#lib/business-date.ts';
import type { NotesRead, SalesNote } from '#lib/sales-note.ts';

/** The notes of some days that concern the person who asks, by day. */
export const NOTES_ANSWER = z.strictObject({
  notes: z.array(
    z.strictObject({
      id: z.string(),
      day: z.iso
        .date()
        .refine((day): day is BusinessDate => isBusinessDate(day))
        .describe('Business date it is about'),
      storeIds: z
        .array(z.string())
        .nullable()
        .describe('Of the stores it is about those that are yours; null for the whole chain'),
      text: z.string().describe('Plain text'),
      account: z.string().describe('Who wrote it'),
      at: z.iso.datetime().describe('When'),
      isOwn: z.boolean().describe('You wrote it, and may withdraw it'),
    }) satisfies z.ZodType<SalesNote>,
  ),
  truncated: z.boolean().describe('There are more, of earlier days'),
}) satisfies z.ZodType<NotesRead>;
