import type { ChainPlan } from './chain-plan.ts';

/** Shapes a store may have: lines sold on an average day, and the share of each category it has room for. */
export const FORMATS = {
  flagship: { dailyLines: 420, range: 1, squareMetres: 1400 },
  'retail park': { dailyLines: 290, range: 0.9, squareMetres: 900 },
  'high street': { dailyLines: 190, range: 0.7, squareMetres: 420 },
  express: { dailyLines: 105, range: 0.45, squareMetres: 160 },
} as const;

/** What became of a store, in days before the last closed date. */
export interface StorePast {
  readonly opened: number;
  readonly closed?: number;
  readonly remodelFrom?: number;
  readonly remodelTo?: number;
}

export interface ChainStore {
  readonly name: string;
  readonly region: string;
  readonly format: keyof typeof FORMATS;
}

/** Most stores are old; the newest opened in the last months, one shut for good and one for a while. */
const PASTS: Readonly<Record<number, StorePast>> = {
  5: { opened: 2900, remodelFrom: 150, remodelTo: 115 },
  11: { opened: 2400, closed: 12 },
  16: { opened: 198 },
  18: { opened: 75 },
};

/** In the order they opened, so that a chain of few stores still has several regions and formats. */
const STORES: readonly ChainStore[] = [
  { name: 'Leeds Briggate', region: 'North', format: 'flagship' },
  { name: 'Bristol Cabot', region: 'West and Wales', format: 'flagship' },
  { name: 'Brighton Lanes', region: 'South East', format: 'high street' },
  { name: 'Nottingham Victoria', region: 'Midlands', format: 'retail park' },
  { name: 'York Coppergate', region: 'North', format: 'high street' },
  { name: 'Bath Milsom Street', region: 'West and Wales', format: 'high street' },
  { name: 'Guildford High Street', region: 'South East', format: 'high street' },
  { name: 'Birmingham New Street', region: 'Midlands', format: 'flagship' },
  { name: 'Newcastle Monument', region: 'North', format: 'retail park' },
  { name: 'Cardiff Queen Street', region: 'West and Wales', format: 'retail park' },
  { name: 'Reading Oracle', region: 'South East', format: 'retail park' },
  { name: 'Leicester Highcross', region: 'Midlands', format: 'high street' },
  { name: 'Harrogate James Street', region: 'North', format: 'express' },
  { name: 'Exeter Princesshay', region: 'West and Wales', format: 'high street' },
  { name: 'Canterbury Whitefriars', region: 'South East', format: 'express' },
  { name: 'Shrewsbury Darwin', region: 'Midlands', format: 'express' },
  { name: 'Sheffield Meadowhall', region: 'North', format: 'retail park' },
  { name: 'Cheltenham Promenade', region: 'West and Wales', format: 'express' },
  { name: 'Oxford Westgate', region: 'South East', format: 'retail park' },
  { name: 'Lincoln Bailgate', region: 'Midlands', format: 'express' },
];

/** Streets that further stores of a larger chain stand in. */
const STREETS = [
  'High Street',
  'Market Place',
  'Riverside',
  'Station Road',
  'Arcade',
  'Retail Park',
  'The Quay',
  'Castle Mall',
  'Old Mill',
];

/** Towns that a very large chain has come to as well. */
const FURTHER_TOWNS: Readonly<Record<string, readonly string[]>> = {
  North: ['Manchester', 'Liverpool', 'Durham', 'Hull', 'Preston', 'Carlisle', 'Wakefield', 'Chester'],
  'West and Wales': ['Swansea', 'Gloucester', 'Plymouth', 'Truro', 'Taunton', 'Newport', 'Salisbury'],
  'South East': [
    'Southampton',
    'Norwich',
    'Cambridge',
    'Ipswich',
    'Maidstone',
    'Winchester',
    'Colchester',
    'Watford',
  ],
  Midlands: ['Coventry', 'Derby', 'Worcester', 'Stafford', 'Peterborough', 'Northampton', 'Stratford'],
};

const ALL_STORES: readonly ChainStore[] = [
  ...STORES,
  ...STREETS.flatMap((street) =>
    STORES.map(({ name, region, format }) => ({ name: nameOn(street, name), region, format })),
  ),
  // The formats of further towns are mixed as those of the first.
  ...[...STREETS, 'Bridge Street'].flatMap((street, s) =>
    Object.entries(FURTHER_TOWNS)
      .flatMap(([region, towns]) => towns.map((town) => ({ name: `${town} ${street}`, region })))
      .map((store, t) => ({ ...store, format: formatAt(7 * s + t) })),
  ),
];
export const MOST_STORES = ALL_STORES.length;

/** Name of a further store of a town; where its first stands on that street already, across the bridge. */
function nameOn(street: string, first: string): string {
  const town = first.split(' ')[0];
  return `${town} ${street}` === first ? `${town} Bridge Street` : `${town} ${street}`;
}

function formatAt(index: number): ChainStore['format'] {
  return STORES[index % STORES.length]?.format ?? 'high street';
}

/** The stores of a plan, each with its past. The twenty named first come first, whatever the size. */
export function storesOf({
  stores,
}: Pick<ChainPlan, 'stores'>): (ChainStore & { readonly past: StorePast })[] {
  return ALL_STORES.slice(0, stores).map((store, index) => ({
    ...store,
    past: PASTS[index] ?? { opened: 700 + ((index * 761) % 4000) },
  }));
}
