export interface PageSources {
  /** Fresh for every response. */
  readonly nonce: string;
  /** The identity provider: asked for tokens, and framed unseen for silent renewal. */
  readonly providerOrigins: readonly string[];
  /** Who may frame this response; nobody when empty. */
  readonly frameAncestors: readonly string[];
  /** The development server evaluates code and writes styles to show its own errors. */
  readonly inDevelopment: boolean;
}

/** Scripts run only with the nonce, or when loaded by one that has it. Style attributes are how charts place things. */
export function contentSecurityPolicy({
  nonce,
  providerOrigins,
  frameAncestors,
  inDevelopment,
}: PageSources): string {
  const provider = providerOrigins.join(' ');
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${inDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${inDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${provider}`,
    `frame-src 'self' ${provider}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'"}`,
  ].join('; ');
}

/** The nonce of a policy as the proxy hands it to the page. */
export function nonceIn(policy: string | null): string | undefined {
  return /'nonce-([^']+)'/.exec(policy ?? '')?.[1];
}
