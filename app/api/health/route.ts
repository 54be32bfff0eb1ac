import { buildVersion } from '#server/shared/build-version.ts';

/** Says that the process answers, and of which build it is. It asks no source: an app that serves what it has is healthy. */
export function GET(): Response {
  return Response.json({ version: buildVersion() }, { headers: { 'cache-control': 'no-store' } });
}
