import { z } from 'zod';

const schema = z.object({
  REDIS_URL: z.url(),
  /** Store seconds per second of the wall; 0 sends what is due at the start and then stands still. */
  SHOP_FLOOR_SPEED: z.coerce.number().min(0).max(100_000).default(10),
  /** Store-local time the play starts from; everything earlier is sent at once. */
  SHOP_FLOOR_START: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('12:00'),
});

export interface ShopFloorSettings {
  readonly redisUrl: string;
  readonly speed: number;
  /** Seconds after midnight, store-local. */
  readonly start: number;
}

/** @throws z.ZodError naming the variable */
export function shopFloorSettings(source: NodeJS.ProcessEnv): ShopFloorSettings {
  const { REDIS_URL, SHOP_FLOOR_SPEED, SHOP_FLOOR_START } = schema.parse(source);
  const [hours = 0, minutes = 0] = SHOP_FLOOR_START.split(':').map(Number);
  return { redisUrl: REDIS_URL, speed: SHOP_FLOOR_SPEED, start: hours * 3_600 + minutes * 60 };
}
