'use client';
import { useState } from 'react';

/**
 * Lets controls add the styles they bring along. It keeps the nonce of the document: a part of the page that is asked for
 * later comes with another one, under a policy that this document never had. The browser hides it from everything but scripts.
 */
export function StyleNonce({ nonce }: { nonce: string | undefined }) {
  const [first] = useState(nonce);
  return <meta name="csp-nonce" nonce={first} />;
}
