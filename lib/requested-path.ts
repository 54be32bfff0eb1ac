/**
 * Request header in which proxy.ts tells a page its own address, so that sign-in can come back to it. It decides
 * nothing: whoever forges it only sends themselves to another page of the app.
 */
export const REQUESTED_PATH = 'x-requested-path';
