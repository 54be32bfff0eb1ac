import type { Reading } from './alert.ts';

/** A price beside what matched competitors ask. Amounts are minor units. */
export interface PriceGap {
  readonly productId: string;
  readonly productName: string;
  readonly price: number;
  readonly competitorPrice: number;
  readonly competitors: number;
  /** Net sales of the last 28 days; those of one day are at stake while shoppers see it cheaper elsewhere. */
  readonly netSales: number;
}

export interface SupplierService {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly linesDue: number;
  readonly linesOnTimeInFull: number;
  /** Of the 91 days up to the last close; those of one day are at stake. */
  readonly lateUnits: number;
  /** Mean price of one unit of its products, minor units. */
  readonly unitPrice: number;
}

export interface FailedCheck {
  readonly tableName: string;
  readonly checkName: string;
  readonly detail: string;
}

/** A day as it was shown live and as it was closed, net sales in minor units. */
export interface ClosedDay {
  readonly businessDate: string;
  readonly live: bigint;
  readonly closed: bigint;
}

const FAR = 0.15;
const LATE = 0.2;
const FEWEST_LINES = 20;
const OFF = 0.01;
const MOST = 10;
const OF_CHAIN = { storeId: null } as const;

/** Products far dearer than the competitors’ median, the most sold first. */
export function priceReadings(gaps: readonly PriceGap[]): Reading[] {
  return gaps
    .filter(({ competitorPrice }) => competitorPrice > 0)
    .map((gap) => ({ ...gap, above: gap.price / gap.competitorPrice - 1 }))
    .filter(({ above }) => above >= FAR * 0.8)
    .sort((a, b) => b.netSales - a.netSales)
    .slice(0, MOST)
    .map(({ productId, productName, above, competitors, netSales }) => ({
      ...OF_CHAIN,
      rule: 'price-gap',
      subject: productId,
      about: productName,
      found: `${Math.round(above * 100)}% above the median of ${competitors} ${competitors === 1 ? 'competitor' : 'competitors'}.`,
      level: above / FAR,
      atStake: String(Math.max(0, Math.round(netSales / 28))),
    }));
}

/** Suppliers whose lines come late or short too often; few lines say nothing. */
export function supplierReadings(suppliers: readonly SupplierService[]): Reading[] {
  return suppliers
    .filter(({ linesDue }) => linesDue >= FEWEST_LINES)
    .map(({ supplierId, supplierName, linesDue, linesOnTimeInFull, lateUnits, unitPrice }) => ({
      ...OF_CHAIN,
      rule: 'supplier-late',
      subject: supplierId,
      about: supplierName,
      found: `${linesOnTimeInFull} of ${linesDue} lines came whole and on time.`,
      level: (1 - linesOnTimeInFull / linesDue) / LATE,
      atStake: String(Math.round((lateUnits * unitPrice) / 91)),
    }));
}

/** Checks that did not hold and let the build through. */
export function qualityReadings(failed: readonly FailedCheck[]): Reading[] {
  return failed.map(({ tableName, checkName, detail }) => ({
    ...OF_CHAIN,
    rule: 'quality-failed',
    subject: `${tableName}/${checkName}`.slice(0, 150),
    about: tableName,
    found: detail ? `${checkName}: ${detail}.` : `${checkName}.`,
    level: 1,
    atStake: '0',
  }));
}

/** How far the live figure of the last closed day was off. */
export function closeReadings(day: ClosedDay | null): Reading[] {
  if (!day || day.closed === 0n) return [];
  const off = day.closed - day.live;
  const size = off < 0n ? -off : off;
  return [
    {
      ...OF_CHAIN,
      rule: 'close-differs',
      subject: day.businessDate,
      about: day.businessDate,
      found: '',
      level: Number(size) / Math.abs(Number(day.closed)) / OFF,
      atStake: String(size),
    },
  ];
}
