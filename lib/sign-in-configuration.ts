/** What the browser needs to know to ask the identity provider for a token; nothing in it is secret. */
export interface SignInConfiguration {
  readonly clientId: string;
  readonly authority: string;
  readonly knownAuthorities: readonly string[];
  /** The provider's discovery document, where the browser cannot read it at the authority. */
  readonly authorityMetadata: string | undefined;
  /** The scope of our API; a token for it is what a session is made from. */
  readonly scope: string;
}
