import { z } from 'zod';
import { type BusinessDate, isBusinessDate } from '#lib/business-date.ts';
import { LONGEST_NOTE, type NoteDeed } from '#lib/sales-note.ts';

/** A note that is written, or one's own that is withdrawn. */
export const NOTE_BODY = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('write'),
    day: z.iso
      .date()
      .refine((day): day is BusinessDate => isBusinessDate(day))
      .describe('To write: a closed business day that is held'),
    storeId: z
      .string()
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .describe('To write: the store it is about; every store of yours where none is named'),
    text: z
      .string()
      .max(LONGEST_NOTE)
      .regex(/^\P{Cc}*$/u)
      .trim()
      .min(1)
      .describe('To write: plain text on one line'),
  }),
  z.object({
    action: z.literal('withdraw'),
    id: z.string().max(100).describe('To withdraw: the note, as the list has it'),
  }),
]) satisfies z.ZodType<NoteDeed>;
