'use client';
import type { ReactNode } from 'react';
import { SalesTrendChart } from '#components/charts/sales-trend-chart.tsx';
import type { Period } from '#lib/period.ts';
import { byDay, noteEvents, type SalesEvent } from '#lib/sales-events.ts';
import type { TrendPoint } from '#lib/sales-trend.ts';
import { EventList } from './event-list.tsx';
import { type NotesView, useNotes } from './use-notes.ts';

interface SalesTrendProps {
  readonly points: readonly TrendPoint[];
  /** Holidays and promotions. */
  readonly events: readonly SalesEvent[];
  /** The promotions cannot be read. */
  readonly lacksPromotions: boolean;
  readonly notes: NotesView;
  readonly period: Period;
  readonly currency: string;
  readonly dayHref: string;
  /** The same figures as a table. */
  readonly children: ReactNode;
}

/** The course of sales with what the calendar and people say about its days; what is written now is marked at once. */
export function SalesTrend({
  points,
  events,
  notes,
  period,
  currency,
  dayHref,
  lacksPromotions,
  children,
}: SalesTrendProps) {
  const { read, isAway } = useNotes(notes);
  const all = [...events, ...noteEvents(read.notes)].sort(byDay);
  return (
    <>
      <SalesTrendChart points={points} events={all} currency={currency} dayHref={dayHref} />
      <EventList {...{ events, lacksPromotions, read, isAway, period }} view={notes} />
      {children}
    </>
  );
}
