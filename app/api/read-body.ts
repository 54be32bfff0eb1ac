/** More than a hundred decisions with their reasons come to, in bytes. */
const MOST = 128 * 1_024;

/** The body of a request as JSON; null where it is none, or is larger than anything that is asked for here. */
export async function readJson(request: Request): Promise<unknown> {
  const body = await readBody(request);
  return body.json().catch(() => null);
}

/** The body of a request as a form; empty where it is none, or is larger than anything that is asked for here. */
export async function readForm(request: Request): Promise<FormData> {
  const body = await readBody(request);
  return body.formData().catch(() => new FormData());
}

/** Of a body that is too large nothing is kept, and the rest is not even read. */
async function readBody({ body, headers }: Request): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MOST) return new Response(null);
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), {
    headers: { 'content-type': headers.get('content-type') ?? '' },
  });
}
