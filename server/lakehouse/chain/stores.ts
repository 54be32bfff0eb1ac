/** Shapes a store may have: tickets on an average day, and the share of each category it has room for. */
export const FORMATS = {
  flagship: { dailyTickets: 40, range: 1, squareMetres: 1400 },
  'retail park': { dailyTickets: 27, range: 0.9, squareMetres: 900 },
  'high street': { dailyTickets: 19, range: 0.7, squareMetres: 420 },
  express: { dailyTickets: 12, range: 0.45, squareMetres: 160 },
} as const;

export interface ChainStore {
  readonly name: string;
  readonly region: string;
  readonly format: keyof typeof FORMATS;
}

/** In the order they opened, so that a chain of few stores still has several regions and formats. */
export const STORES: readonly ChainStore[] = [
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
