import type { RfmSegment } from '#lib/customer-segment.ts';

export type { RfmSegment };

/** Segment by recency score (rows, 1 to 5) and frequency score (columns, 1 to 5): the one place where it is decided. */
const SEGMENTS: readonly (readonly RfmSegment[])[] = [
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['about-to-sleep', 'about-to-sleep', 'needs-attention', 'loyal', 'loyal'],
  ['new', 'potential-loyalist', 'potential-loyalist', 'loyal', 'loyal'],
  ['new', 'potential-loyalist', 'potential-loyalist', 'champion', 'champion'],
];

export function segmentOf(recency: number, frequency: number): RfmSegment {
  const segment = SEGMENTS[recency - 1]?.[frequency - 1];
  if (segment === undefined) throw new RangeError(`scores are 1 to 5, not ${recency} and ${frequency}`);
  return segment;
}
