import type { z } from 'zod';
import { ALERTS_ANSWER } from './alerts/alerts-answer.ts';
import { DEED_BODY } from './alerts/deed-body.ts';
import { SALES_ANSWER } from './live/sales/sales-answer.ts';
import { STOCK_ANSWER } from './live/stock/stock-answer.ts';
import { NOTE_BODY } from './notes/note-body.ts';
import { NOTES_ANSWER } from './notes/notes-answer.ts';
import { NUMBERS_ANSWER } from './numbers-answer.ts';
import { DECISIONS_ANSWER } from './price-decisions/decisions-answer.ts';
import { DECISIONS_BODY } from './price-decisions/decisions-body.ts';
import { NOTES_QUERY, NUMBERS_QUERY, SEARCH_QUERY, STOCK_QUERY } from './query.ts';
import { SEARCH_ANSWER } from './search-answer.ts';

/** What has a handler of its own, with the schemas that it reads by and answers by. */
export interface ApiOperation {
  readonly method: 'get' | 'post';
  /** Below /api/v1. */
  readonly path: string;
  readonly summary: string;
  /** Absent where nothing may stand in the query. */
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** By status; without a schema there is no body. */
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema?: z.ZodType }>>;
  /** Problems beside those that every operation may have, by status. */
  readonly problems?: Readonly<Record<number, string>>;
}

/** Every operation of API v1 that is no list of a registry. */
export const OPERATIONS: readonly ApiOperation[] = [
  {
    ...{ method: 'get', path: 'alerts', summary: 'Open alerts that concern you, dearest first' },
    answers: { 200: { description: 'The alerts, put off or not', schema: ALERTS_ANSWER } },
  },
  {
    ...{ method: 'post', path: 'alerts', summary: 'Do something about an alert that concerns you' },
    body: DEED_BODY,
    answers: { 204: { description: 'Done, and written down' } },
    problems: { 409: 'The alert has resolved in the meantime' },
  },
  {
    ...{ method: 'get', path: 'live/sales', summary: 'Sales so far on the trading day now open, once' },
    answers: { 200: { description: 'The figures, or why there are none', schema: SALES_ANSWER } },
  },
  {
    ...{ method: 'get', path: 'live/stock', summary: 'Days of cover on the shelves now, by category' },
    query: STOCK_QUERY,
    answers: { 200: { description: 'The shelves, store by store', schema: STOCK_ANSWER } },
  },
  {
    ...{ method: 'get', path: 'notes', summary: 'What people wrote about days of sales' },
    query: NOTES_QUERY,
    answers: {
      200: { description: 'The notes about your stores and the chain, by day', schema: NOTES_ANSWER },
    },
  },
  {
    ...{ method: 'post', path: 'notes', summary: 'Write a note about a day, or withdraw one of yours' },
    body: NOTE_BODY,
    answers: { 204: { description: 'Done, and written down' } },
    problems: {
      404: 'There is no such note of yours',
      409: 'You have written enough notes about this day',
    },
  },
  {
    ...{ method: 'post', path: 'price-decisions', summary: 'Decide about recommended prices' },
    body: DECISIONS_BODY,
    answers: {
      200: { description: 'What each came to', schema: DECISIONS_ANSWER },
      409: { description: 'The same, where at least one was refused', schema: DECISIONS_ANSWER },
    },
  },
  {
    ...{ method: 'get', path: 'customer-numbers', query: NUMBERS_QUERY },
    summary: 'Customers of the stores that are yours by the beginning of a loyalty number or an id',
    answers: { 200: { description: 'Who was found, at most ten', schema: NUMBERS_ANSWER } },
  },
  {
    ...{ method: 'get', path: 'search', query: SEARCH_QUERY },
    summary:
      'Stores, products and customers (numbers only) by part of a name or an id, each kind for its roles',
    answers: { 200: { description: 'What was found, at most eight of a kind', schema: SEARCH_ANSWER } },
  },
];
