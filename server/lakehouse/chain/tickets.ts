import { openOn } from './trade.ts';

const LINES_PER_TICKET = 2.6;
/** Share of a companion's lines that are bought along with what it goes with, where a ticket has it. */
const BOUGHT_ALONG = 0.7;
/** The same of all its lines: those that a ticket begins with stay there. */
export const MOVED_SHARE = BOUGHT_ALONG * (1 - 1 / LINES_PER_TICKET);

/** Pairs that go together: the most wanted of a category and its fourth, and its second with the next category's third. */
export const COMPANIONS = `
  WITH ranked AS (SELECT item_code, category, popularity, dense_rank() OVER (ORDER BY category) AS place FROM product_list)
  SELECT a.item_code AS anchor, b.item_code AS companion FROM ranked AS a JOIN ranked AS b
    ON (a.place = b.place AND a.popularity = 0 AND b.popularity = 3)
    OR (a.place + 1 = b.place AND a.popularity = 1 AND b.popularity = 2)`;

/** The lines whose goods were there, the last of them perhaps for less than was wished. */
export const SOLD_LINES = `
  SELECT l.store_code, l.item_code, l.day, l.key, least(units, CAST(sold - before AS INTEGER)) AS quantity
  FROM (SELECT *, coalesce(sum(units) OVER (PARTITION BY store_code, item_code, day ORDER BY n
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before FROM wished_lines) AS l
  JOIN sold_cells USING (store_code, item_code, day) WHERE before < sold`;

/** Lines by ticket of their store and day: each ticket has one to begin with, the others fall where they may. */
export const PLACED_LINES = `
  SELECT store_code, day, item_code, key, quantity,
    CASE WHEN turn <= tickets THEN turn ELSE 1 + CAST(floor(tickets * uniform('ticket', key)) AS INTEGER) END AS ticket,
    CASE WHEN turn > tickets AND item_code IN (SELECT companion FROM companions)
      THEN uniform('along', key) < ${BOUGHT_ALONG} ELSE false END AS is_moved
  FROM (
    SELECT *, CAST(row_number() OVER (PARTITION BY store_code, day ORDER BY key) AS INTEGER) AS turn,
      CAST(greatest(1, round(count(*) OVER (PARTITION BY store_code, day) / ${LINES_PER_TICKET})) AS INTEGER) AS tickets
    FROM sold_lines)`;

/** The lines again, where companions have found what they go with, if it was bought in the store on that day. */
export const BASKET_LINES = `
  WITH anchors AS (
    SELECT store_code, day, companion, list(ticket ORDER BY key) AS tickets
    FROM placed_lines JOIN companions ON item_code = anchor GROUP BY ALL
  )
  SELECT *, CAST(row_number() OVER (PARTITION BY store_code, day, ticket ORDER BY key) AS INTEGER) AS line_number FROM (
    SELECT store_code, day, item_code, key, quantity, ticket FROM placed_lines WHERE NOT is_moved
    UNION ALL
    SELECT p.store_code, p.day, item_code, key, quantity,
      coalesce(tickets[1 + CAST(floor(len(tickets) * uniform('with whom', key)) AS INTEGER)], ticket)
    FROM (SELECT * FROM placed_lines WHERE is_moved) AS p
    LEFT JOIN anchors AS a ON a.store_code = p.store_code AND a.day = p.day AND a.companion = p.item_code)`;

/** The tickets of some days with their time, channel and the member who paid. What a member orders online is their own store's sale. */
export const ticketsSql = (days: string) => `
  WITH drawn AS (
    SELECT t.*, v.card, v.home_store, concat(t.store_code, t.day, '/', ticket) AS key
    FROM (SELECT DISTINCT store_code, day, ticket FROM basket_lines) AS t
    LEFT JOIN (SELECT * FROM visits WHERE day ${days}) AS v USING (store_code, day, ticket)
  ), dated AS (
    SELECT *, date_trunc('second', CASE WHEN is_sunday THEN day + INTERVAL 630 MINUTE ELSE day + INTERVAL 540 MINUTE END
        + to_seconds(CASE WHEN is_sunday THEN 21600 ELSE 31500 END
          * (uniform('time', key) + uniform('time again', key)) / 2)) AS till_time,
      CASE WHEN uniform('channel', key) < 0.88 THEN 'store' WHEN uniform('channel', key) < 0.96 THEN 'online' ELSE 'mobile' END
        AS channel
    FROM drawn JOIN days USING (day)
  )
  SELECT store_code AS fulfilled_by, day, ticket, till_time, channel, card,
    CASE channel WHEN 'store' THEN store_code ELSE coalesce(open_home, store_code) END AS store_code,
    concat(store_code, '-', strftime(day, '%y%m%d'), '-', lpad(CAST(
      row_number() OVER (PARTITION BY store_code, day ORDER BY till_time, ticket) AS VARCHAR), 4, '0')) AS receipt_number
  FROM dated LEFT JOIN (SELECT store_code AS open_home, opened_on, closed_on, remodel_from, remodel_to FROM store_list)
    ON open_home = home_store AND ${openOn('day')}`;

/** Lines as they were rung up. Prices are looked up first: left to itself the engine would pair tickets with prices. */
export const SOLD = `
  WITH priced AS MATERIALIZED (
    SELECT l.*, regular_price, reduction, promotion_code FROM basket_lines AS l
    JOIN offers AS o ON o.item_code = l.item_code AND o.day = l.day
  )
  SELECT t.receipt_number, l.line_number, t.store_code, t.fulfilled_by, t.channel, t.till_time, t.day, t.card,
    l.item_code, l.quantity, l.regular_price, l.reduction, l.promotion_code
  FROM priced AS l
  JOIN tickets AS t ON t.fulfilled_by = l.store_code AND t.day = l.day AND t.ticket = l.ticket`;

/**
 * Of each pair in some days: the tickets with the anchor and with the companion as they fell, and how many are expected to
 * have both. Each line of the companion is on a ticket with k of the n anchors that the store sold that day with probability
 * MOVED_SHARE × k ÷ n + (1 - MOVED_SHARE) ÷ tickets.
 */
export const PAIRS = `
  WITH found AS (
    SELECT companion, fulfilled_by, day, count(*) FILTER (item_code = anchor) AS k, count(*) FILTER (item_code <> anchor) AS lines
    FROM sold JOIN (SELECT anchor AS item_code, * FROM companions UNION ALL SELECT companion, * FROM companions) USING (item_code)
    GROUP BY companion, fulfilled_by, day, receipt_number
  ), chances AS (
    SELECT *, ${MOVED_SHARE} * k / sum(k) OVER of_day + (1 - ${MOVED_SHARE}) / tickets AS chance, sum(lines) OVER of_day AS wanted
    FROM found AS f JOIN doors AS d ON d.store_code = fulfilled_by AND d.day = f.day
    WINDOW of_day AS (PARTITION BY companion, fulfilled_by, f.day))
  SELECT companion, count(*) FILTER (k > 0) AS with_anchor, count(*) FILTER (lines > 0) AS with_companion,
    sum(1 - (1 - chance) ** wanted) FILTER (k > 0) AS with_both
  FROM chances GROUP BY companion`;
