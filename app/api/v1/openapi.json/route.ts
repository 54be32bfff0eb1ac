import { ROLES } from '#lib/roles.ts';
import { requireRole } from '#server/auth/require-role.ts';
import { requireOwnSite } from '#server/auth/same-origin.ts';
import { env } from '#server/shared/env.ts';
import { openApiDocument } from '../openapi.ts';
import { problemResponse } from '../problem.ts';

export const dynamic = 'force-dynamic';

/** The document of API v1, for programs; people read the page of it. */
export async function GET(request: Request): Promise<Response> {
  try {
    await requireRole(...ROLES);
    requireOwnSite(request);
    return Response.json(openApiDocument(env().APP_ORIGIN), {
      headers: { 'cache-control': 'private, no-cache' },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
