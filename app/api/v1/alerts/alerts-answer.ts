import { z } from 'zod';
import type { Alert } from '#lib/alert.ts';
import { alertRecord } from '#server/live/alert-record.ts';

/** What is open and concerns the person who asks. */
export const ALERTS_ANSWER = z.strictObject({
  alerts: z.array(
    z.strictObject({
      id: z.string().describe('Rule and subject'),
      ...alertRecord.shape,
    }) satisfies z.ZodType<Alert>,
  ),
});
