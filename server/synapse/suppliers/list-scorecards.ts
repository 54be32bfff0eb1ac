import 'server-only';
import { z } from 'zod';
import type { SupplierScorecard } from '#lib/supplier-scorecard.ts';
import { countColumn, estimateColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';

/**
 * Each supplier by the order lines that were promised to stores of the scope in a window, beside the window before, what is
 * open now, and what empty shelves cost while its lines were late.
 */
export const listScorecards = goldQuery({
  name: 'suppliers.list-scorecards',
  params: z.strictObject({ period: periodParameter(), before: periodParameter() }),
  sql: `
    WITH due AS (
      SELECT
        l.supplier_id AS supplier_id,
        CASE WHEN l.promised_on BETWEEN @periodFrom AND @periodTo THEN 1 ELSE 0 END AS is_now,
        CASE WHEN l.promised_on BETWEEN @beforeFrom AND @beforeTo THEN 1 ELSE 0 END AS is_before,
        CASE WHEN l.on_time_units >= l.ordered_units THEN 1 ELSE 0 END AS is_otif,
        CAST(l.ordered_units AS bigint) AS ordered_units,
        CAST(l.received_units AS bigint) AS received_units,
        CAST(l.is_open AS int) AS is_open,
        CASE WHEN l.is_open = 1 AND l.promised_on < @periodTo THEN 1 ELSE 0 END AS is_overdue,
        CAST(CASE WHEN l.promised_on BETWEEN @periodFrom AND @periodTo THEN l.lead_days END AS decimal(18,4)) AS lead_days
      FROM gold.supplier_lines AS l
      WHERE inScope(l.store_id)
    ), ranked AS (
      SELECT
        due.supplier_id AS supplier_id,
        due.lead_days AS lead_days,
        ROW_NUMBER() OVER (PARTITION BY due.supplier_id ORDER BY due.lead_days) AS place,
        COUNT(*) OVER (PARTITION BY due.supplier_id) AS timed_lines
      FROM due
      WHERE due.lead_days IS NOT NULL
    ), slow AS (
      SELECT
        ranked.supplier_id AS supplier_id,
        MIN(CASE WHEN ranked.place * 10 >= ranked.timed_lines * 9 THEN ranked.lead_days END) AS p90
      FROM ranked
      GROUP BY ranked.supplier_id
    ), late AS (
      SELECT
        c.supplier_id AS supplier_id,
        SUM(c.lost_sales) AS lost_sales,
        SUM(c.lost_margin) AS lost_margin
      FROM gold.supplier_lateness AS c
      WHERE inScope(c.store_id)
        AND c.month_start BETWEEN DATEADD(day, -30, CAST(@periodFrom AS date)) AND @periodTo
      GROUP BY c.supplier_id
    ), summed AS (
      SELECT
        due.supplier_id AS supplier_id,
        SUM(due.is_now) AS lines_due,
        SUM(due.is_now * due.is_otif) AS otif_lines,
        SUM(due.is_now * due.ordered_units) AS ordered_units,
        SUM(due.is_now * due.received_units) AS received_units,
        AVG(due.lead_days) AS lead_mean,
        AVG(due.lead_days * due.lead_days) AS lead_square,
        SUM(due.is_before) AS lines_before,
        SUM(due.is_before * due.is_otif) AS otif_before,
        SUM(due.is_open) AS open_lines,
        SUM(due.is_overdue) AS overdue_lines
      FROM due
      GROUP BY due.supplier_id
    )
    SELECT
      v.supplier_id AS supplierId,
      v.supplier_name AS supplierName,
      summed.lines_due AS linesDue,
      summed.otif_lines AS otifLines,
      summed.ordered_units AS orderedUnits,
      summed.received_units AS receivedUnits,
      CAST(summed.lead_mean AS decimal(18,4)) AS leadMean,
      CAST(summed.lead_square - summed.lead_mean * summed.lead_mean AS decimal(18,4)) AS leadVariance,
      CAST(slow.p90 AS int) AS leadP90,
      v.agreed_lead_time_days AS agreedLeadDays,
      summed.lines_before AS linesDueBefore,
      summed.otif_before AS otifLinesBefore,
      summed.open_lines AS openLines,
      summed.overdue_lines AS overdueLines,
      CAST(late.lost_sales * 100 AS bigint) AS lostSales,
      CAST(late.lost_margin * 100 AS bigint) AS lostMargin
    FROM summed
    INNER JOIN gold.supplier_performance AS v ON v.supplier_id = summed.supplier_id
    LEFT JOIN slow ON slow.supplier_id = summed.supplier_id
    LEFT JOIN late ON late.supplier_id = summed.supplier_id
    ORDER BY v.supplier_name`,
  row: z.object({
    supplierId: textColumn(),
    supplierName: textColumn(),
    linesDue: countColumn(),
    otifLines: countColumn(),
    orderedUnits: countColumn(),
    receivedUnits: countColumn(),
    leadMean: estimateColumn().nullable(),
    leadVariance: estimateColumn().nullable(),
    leadP90: countColumn().nullable(),
    agreedLeadDays: countColumn(),
    linesDueBefore: countColumn(),
    otifLinesBefore: countColumn(),
    openLines: countColumn(),
    overdueLines: countColumn(),
    lostSales: moneyColumn().nullable(),
    lostMargin: moneyColumn().nullable(),
  }) satisfies z.ZodType<SupplierScorecard>,
});
