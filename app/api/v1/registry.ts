import type { ApiEndpoint } from './api-endpoint.ts';
import { SALES_ENDPOINTS } from './endpoints/sales.ts';

/** Every list of API v1; one file of entries a subject. */
export const ENDPOINTS: readonly ApiEndpoint[] = [...SALES_ENDPOINTS];
