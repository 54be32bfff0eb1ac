import { addDays, type BusinessDate, businessDate, daysBetween } from '#lib/business-date.ts';
import type { Ticket } from '#lib/pos-event.ts';

/** A ticket and when it is due: seconds after the midnight that begins its business date, store-local. */
export interface DueTicket {
  readonly due: number;
  readonly ticket: Ticket;
}

/**
 * The tickets of a past day as today's, in the order they are due. A ticket gets the same new id every time, so a
 * player that starts again repeats itself instead of selling twice.
 */
export function redateTickets(template: readonly Ticket[], today: BusinessDate): DueTicket[] {
  return template
    .map((ticket) => {
      const [date = '', time = ''] = ticket.eventTime.split('T');
      const daysAfter = daysBetween(ticket.businessDate, businessDate(date));
      const eventTime = `${addDays(today, daysAfter)}T${time}`;
      const transactionId = `${today}/${ticket.transactionId}`;
      return {
        due: daysAfter * 86_400 + secondsOfDay(time),
        ticket: { ...ticket, transactionId, businessDate: today, eventTime },
      };
    })
    .sort((a, b) => a.due - b.due);
}

function secondsOfDay(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
}
