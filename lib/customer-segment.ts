/** Named cells of the recency × frequency grid, best first; and who bought once but not in the window. */
export const CUSTOMER_SEGMENTS = {
  champion: { title: 'Champions', meaning: 'Bought lately and often: keep them' },
  loyal: { title: 'Loyal', meaning: 'Come often, not always lately' },
  'potential-loyalist': {
    title: 'Potential loyalists',
    meaning: 'Bought lately, some times over: may become loyal',
  },
  new: { title: 'New or rare', meaning: 'Bought lately, once or seldom' },
  'needs-attention': { title: 'Need attention', meaning: 'Middling in both: drift away if nothing happens' },
  'about-to-sleep': { title: 'About to sleep', meaning: 'Seldom bought, and a while ago' },
  'cannot-lose': { title: 'Cannot lose', meaning: 'Came most of all, and have not been for long' },
  'at-risk': { title: 'At risk', meaning: 'Came often, and have not been for long' },
  hibernating: { title: 'Hibernating', meaning: 'Seldom bought, and long ago' },
  lapsed: { title: 'Lapsed', meaning: 'No purchase in 364 days' },
} as const satisfies Record<string, { title: string; meaning: string }>;

export type CustomerSegment = keyof typeof CUSTOMER_SEGMENTS;
/** What the scores decide among; being lapsed is having no score. */
export type RfmSegment = Exclude<CustomerSegment, 'lapsed'>;

export function isCustomerSegment(text: unknown): text is CustomerSegment {
  return typeof text === 'string' && Object.hasOwn(CUSTOMER_SEGMENTS, text);
}
