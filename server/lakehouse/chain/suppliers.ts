export interface ChainSupplier {
  readonly name: string;
  /** Days from order to the promised delivery. */
  readonly leadTimeDays: number;
  /** Share of deliveries that come 1 to 7 days after the promise. */
  readonly lateShare: number;
  /** Share of deliveries that fall short of what was ordered. */
  readonly shortShare: number;
}

/** One for each category of the catalogue, in its order. */
export const SUPPLIERS: readonly ChainSupplier[] = [
  { name: 'Ashdown Kitchenware', leadTimeDays: 5, lateShare: 0.06, shortShare: 0.04 },
  { name: 'Moorcroft & Daughters', leadTimeDays: 9, lateShare: 0.12, shortShare: 0.07 },
  { name: 'Pennine Linen', leadTimeDays: 12, lateShare: 0.2, shortShare: 0.05 },
  { name: 'Clearwater Bath', leadTimeDays: 7, lateShare: 0.09, shortShare: 0.12 },
  { name: 'Loom and Tuft', leadTimeDays: 19, lateShare: 0.28, shortShare: 0.1 },
  { name: 'Lumen Works', leadTimeDays: 14, lateShare: 0.15, shortShare: 0.06 },
  { name: 'Basketry of the Fens', leadTimeDays: 10, lateShare: 0.11, shortShare: 0.15 },
  { name: 'Old Orchard Garden', leadTimeDays: 8, lateShare: 0.18, shortShare: 0.09 },
  { name: 'Jackdaw Toys', leadTimeDays: 17, lateShare: 0.24, shortShare: 0.08 },
  { name: 'Inkwell Paper', leadTimeDays: 4, lateShare: 0.03, shortShare: 0.02 },
  { name: 'Sea Thrift Soaps', leadTimeDays: 6, lateShare: 0.07, shortShare: 0.05 },
  { name: 'Evergreen Seasonal', leadTimeDays: 21, lateShare: 0.3, shortShare: 0.14 },
];
