/** Says that the process answers. It asks no source: an app that serves what it has is healthy. */
export function GET(): Response {
  return new Response('ok', { headers: { 'cache-control': 'no-store' } });
}
