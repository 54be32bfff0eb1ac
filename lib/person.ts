/** Somebody signed in, as the identity provider names them. */
export interface Person {
  /** The provider's object id: stable, and fit for a log line where a name is not. */
  readonly id: string;
  readonly name: string;
  /** What they type to sign in. */
  readonly account: string;
}
