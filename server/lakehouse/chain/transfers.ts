/** Weeks of need that a store keeps for itself before it parts with stock. */
const WEEKS_KEPT = 3;
/** Share of the chances to help another store out that are taken. */
const SHARE_TAKEN = 0.5;

/**
 * A store that will run dry gets what another store of its region has too much of, product by product: the one with
 * most to spare helps the one that lacks most. It leaves in the week and arrives one to three days later, perhaps in the next.
 */
export const transfer = (week: number, monday: string) => [
  `INSERT INTO transfers
    WITH pairs AS (
      SELECT s.store_code, region, s.item_code, shelf, record - CAST(ceil(kept) AS INTEGER) AS spare,
        CAST(ceil(1.3 * soon) AS INTEGER) - record AS lack
      FROM stock AS s JOIN store_list USING (store_code) JOIN (
        SELECT store_code, item_code, sum(need) AS kept, coalesce(sum(need) FILTER (week = ${week}), 0) AS soon
        FROM needs WHERE week BETWEEN ${week} AND ${week + WEEKS_KEPT - 1} GROUP BY ALL) AS n
        ON n.store_code = s.store_code AND n.item_code = s.item_code
    ), donors AS (
      SELECT *, row_number() OVER (PARTITION BY region, item_code ORDER BY spare DESC, store_code) AS place
      FROM pairs WHERE spare >= 2 AND shelf >= spare
    ), needy AS (
      SELECT *, row_number() OVER (PARTITION BY region, item_code ORDER BY lack DESC, store_code) AS place
      FROM pairs WHERE lack >= 2
    ), agreed AS (
      SELECT d.store_code AS from_store, n.store_code AS to_store, item_code, least(d.spare, n.lack) AS units,
        concat(d.store_code, n.store_code, ${week}) AS route
      FROM donors AS d JOIN needy AS n USING (region, item_code, place)
      WHERE place = 1 AND uniform('helps', concat(d.store_code, n.store_code, item_code, ${week})) < ${SHARE_TAKEN})
    SELECT concat('TR-', substr(from_store, 3), '-', substr(to_store, 3), '-', strftime(${monday}, '%y%m%d')),
      row_number() OVER (PARTITION BY from_store, to_store ORDER BY item_code), from_store, to_store, item_code,
      ${monday} + CAST(floor(6 * uniform('ships', route)) AS INTEGER),
      ${monday} + CAST(1 + floor(6 * uniform('ships', route)) + floor(3 * uniform('travels', route)) AS INTEGER), units, ${week}
    FROM agreed`,
  // Set aside at once: what is to leave on Thursday is not sold on Tuesday.
  `UPDATE stock SET shelf = shelf - t.units, record = record - t.units FROM transfers AS t
    WHERE t.week = ${week} AND t.from_store = stock.store_code AND t.item_code = stock.item_code`,
  `UPDATE stock SET coming = coming + t.units FROM transfers AS t
    WHERE t.week = ${week} AND t.to_store = stock.store_code AND t.item_code = stock.item_code`,
];

/** SELECT of the transfers that have left, as the stock system knows them at the last close. */
export const TRANSFERS = `
  SELECT transfer_number, line_number, from_store, to_store, item_code, shipped_on,
    CASE WHEN received_on <= (SELECT max(day) FROM days) THEN received_on END AS received_on, units
  FROM transfers WHERE shipped_on <= (SELECT max(day) FROM days)`;

/** Both ends of a transfer, as the ledger has them. */
export const TRANSFER_EVENTS = `
  SELECT from_store AS store_code, item_code, shipped_on AS day, 'transfer' AS kind, transfer_number AS reference, -units AS units
  FROM (${TRANSFERS})
  UNION ALL SELECT to_store, item_code, received_on, 'transfer', transfer_number, units
  FROM (${TRANSFERS}) WHERE received_on IS NOT NULL`;
