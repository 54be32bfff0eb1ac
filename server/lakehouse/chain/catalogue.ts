export interface Category {
  readonly name: string;
  /** Share of the chain's lines in each month, January first, against an average of about 1. */
  readonly season: readonly number[];
  /** What things are made of or look like; each thing comes in each. */
  readonly looks: readonly string[];
  /** Things and their price in pounds before looks and price endings. */
  readonly things: Readonly<Record<string, number>>;
}

const STEADY = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.1, 1.3];
const SPRING_CLEAN = [1.5, 1.2, 1.2, 1, 0.9, 0.8, 0.8, 0.9, 1.2, 1, 0.9, 0.8];
const DARK_EVENINGS = [1.1, 1, 0.9, 0.7, 0.6, 0.5, 0.5, 0.7, 1.1, 1.4, 1.6, 1.7];
const OUTDOORS = [0.3, 0.5, 1.1, 1.7, 2.1, 2, 1.7, 1.3, 0.8, 0.4, 0.3, 0.3];
const PRESENTS = [0.6, 0.9, 1, 0.9, 0.8, 0.8, 0.7, 0.7, 0.8, 1, 1.7, 2.6];
const CHRISTMAS = [0.1, 0, 0, 0, 0, 0, 0, 0.1, 0.5, 1.4, 3.2, 4.5];

/** What categories are part of. */
export const DEPARTMENTS: Readonly<Record<string, readonly string[]>> = {
  'Cook and Dine': ['Kitchen', 'Dining'],
  'Bed and Bath': ['Bedroom', 'Bathroom'],
  Home: ['Living Room', 'Lighting', 'Storage'],
  Outdoors: ['Garden'],
  Presents: ['Toys and Games', 'Stationery', 'Gifts', 'Christmas'],
};

/** Twelve categories of seven things in five looks: 420 products. */
export const CATALOGUE: readonly Category[] = [
  {
    name: 'Kitchen',
    season: STEADY,
    looks: ['Oak', 'Enamel', 'Stoneware', 'Speckled', 'Copper'],
    things: {
      'Mixing Bowl': 14,
      'Utensil Pot': 12,
      'Storage Jar': 9,
      'Spoon Rest': 6,
      'Bread Bin': 29,
      'Pie Dish': 16,
      'Egg Cup': 4,
    },
  },
  {
    name: 'Dining',
    season: STEADY,
    looks: ['Reactive Glaze', 'Blue Rim', 'Linen White', 'Terracotta', 'Slate'],
    things: {
      'Dinner Plate': 9,
      'Pasta Bowl': 10,
      Mug: 7,
      Teapot: 24,
      'Serving Platter': 26,
      'Cereal Bowl': 7,
      'Milk Jug': 11,
    },
  },
  {
    name: 'Bedroom',
    season: SPRING_CLEAN,
    looks: ['Washed Linen', 'Percale', 'Jersey', 'Gingham', 'Botanical'],
    things: {
      'Duvet Cover': 52,
      'Pillowcase Pair': 18,
      'Fitted Sheet': 27,
      Bedspread: 64,
      'Cushion Cover': 15,
      Eiderdown: 79,
      'Sleep Mask': 8,
    },
  },
  {
    name: 'Bathroom',
    season: SPRING_CLEAN,
    looks: ['Waffle', 'Ribbed', 'Bamboo', 'Terrazzo', 'Striped'],
    things: {
      'Bath Towel': 19,
      'Hand Towel': 9,
      'Bath Mat': 17,
      'Soap Dish': 7,
      'Laundry Bag': 15,
      Tumbler: 6,
      'Bath Robe': 42,
    },
  },
  {
    name: 'Living Room',
    season: DARK_EVENINGS,
    looks: ['Herringbone', 'Velvet', 'Bouclé', 'Recycled Wool', 'Tufted'],
    things: {
      Cushion: 24,
      Throw: 39,
      'Floor Rug': 89,
      Pouffe: 69,
      'Door Stop': 13,
      'Draught Excluder': 17,
      'Magazine Rack': 33,
    },
  },
  {
    name: 'Lighting',
    season: DARK_EVENINGS,
    looks: ['Brass', 'Smoked Glass', 'Rattan', 'Ceramic', 'Matt Black'],
    things: {
      'Table Lamp': 46,
      'Pendant Shade': 38,
      Lantern: 22,
      'Tealight Holder': 6,
      'Candle Stick': 11,
      'Desk Lamp': 41,
      'Wall Light': 54,
    },
  },
  {
    name: 'Storage',
    season: SPRING_CLEAN,
    looks: ['Seagrass', 'Felt', 'Wire', 'Canvas', 'Jute'],
    things: {
      Basket: 18,
      'Shoe Rack': 32,
      'Drawer Tidy': 8,
      'Under-bed Box': 21,
      'Log Carrier': 27,
      'Hanging Shelf': 25,
      'Peg Rail': 23,
    },
  },
  {
    name: 'Garden',
    season: OUTDOORS,
    looks: ['Galvanised', 'Glazed', 'Recycled', 'Willow', 'Heritage Green'],
    things: {
      Planter: 19,
      'Watering Can': 22,
      'Bird Feeder': 13,
      Trug: 17,
      'Plant Labels': 4,
      Kneeler: 15,
      'Garden Bench': 149,
    },
  },
  {
    name: 'Toys and Games',
    season: PRESENTS,
    looks: ['Wooden', 'Woodland', 'Rainbow', 'Space', 'Seaside'],
    things: {
      Puzzle: 11,
      'Stacking Blocks': 16,
      'Memory Game': 9,
      'Pull-along Toy': 17,
      'Skittles Set': 19,
      'Tea Set': 23,
      'Soft Toy': 14,
    },
  },
  {
    name: 'Stationery',
    season: STEADY,
    looks: ['Floral', 'Marbled', 'Dotted', 'Kraft', 'Letterpress'],
    things: {
      Notebook: 7,
      'Greeting Card': 3,
      'Pen Pot': 9,
      'Gift Wrap': 4,
      'Wall Calendar': 12,
      'Photo Album': 21,
      'Writing Set': 16,
    },
  },
  {
    name: 'Gifts',
    season: PRESENTS,
    looks: ['Fig', 'Sea Salt', 'Lavender', 'Rhubarb', 'Cedar'],
    things: {
      'Scented Candle': 18,
      'Hand Cream': 9,
      'Reed Diffuser': 24,
      'Bath Salts': 12,
      'Soap Bar': 5,
      'Gift Set': 29,
      'Room Spray': 14,
    },
  },
  {
    name: 'Christmas',
    season: CHRISTMAS,
    looks: ['Glass', 'Paper', 'Tin', 'Knitted', 'Gold'],
    things: {
      Bauble: 4,
      'Tree Topper': 13,
      Garland: 11,
      Stocking: 16,
      Wreath: 34,
      'Cracker Set': 18,
      'Advent Calendar': 22,
    },
  },
];

export const CATALOGUE_SIZE = CATALOGUE.reduce(
  (size, { looks, things }) => size + looks.length * Object.keys(things).length,
  0,
);
