// node --conditions=react-server server/hotpath/replay.ts: sends the dead letters through the hot path once more.
import { connectRedis } from '#server/shared/redis.ts';
import { replayDead } from './replay-dead.ts';

const redis = connectRedis(process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379', { name: 'replay' });
console.log(`${await replayDead(redis)} dead letters sent again`);
redis.disconnect();
