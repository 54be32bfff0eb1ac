import { CATALOGUE_SIZE } from './catalogue.ts';
import type { ChainPlan } from './chain-plan.ts';

/** What sizes are called, and their price against the usual size, which has no name. */
const SIZES: Readonly<Record<string, number>> = {
  '': 1,
  Mini: 0.62,
  Small: 0.81,
  Large: 1.24,
  'Extra Large': 1.52,
  Family: 1.86,
};
/** The first is the natural colour of the look. */
const COLOURS = ['', 'Sage', 'Navy', 'Ochre', 'Blush', 'Charcoal', 'Chalk', 'Teal'];

export interface Variant {
  /** What the code of a product in this size and colour ends in. */
  readonly code: string;
  /** What its name ends in. */
  readonly name: string;
  /** Price against that of the usual size. */
  readonly price: number;
}

/** The product as the catalogue names it, and then each further size and colour of it. */
const VARIANTS: readonly [Variant, ...Variant[]] = [
  { code: '', name: '', price: 1 },
  ...Object.entries(SIZES)
    .flatMap(([size, price]) => COLOURS.map((colour) => ({ size, colour, price })))
    .slice(1)
    .map(({ size, colour, price }, index) => ({
      code: String(index + 1).padStart(2, '0'),
      name: [size, colour].map((word) => word && `, ${word}`).join(''),
      price,
    })),
];

export const MOST_PRODUCTS = CATALOGUE_SIZE * VARIANTS.length;

/** A plan of more products than the catalogue names has them in sizes and colours. */
export function variantsOf({ products }: Pick<ChainPlan, 'products'>): readonly Variant[] {
  return products > CATALOGUE_SIZE ? VARIANTS : VARIANTS.slice(0, 1);
}
