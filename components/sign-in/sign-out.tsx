'use client';
import { useEffect, useState } from 'react';
import type { SignInConfiguration } from '#lib/sign-in-configuration.ts';
import { forgetDevice } from './forget-device.ts';
import { createMsalClient } from './msal-client.ts';
import { tellSignedOut } from './session-news.ts';

/**
 * Leaves the provider as well, so that the next person at this screen is asked who they are, and leaves nothing of the
 * one before on the device: a shared tablet is handed over by signing out.
 */
export function SignOut({ configuration }: { configuration: SignInConfiguration | undefined }) {
  const [failed, setFailed] = useState(!configuration);
  useEffect(() => {
    tellSignedOut();
    if (!configuration) {
      void forgetDevice();
      return;
    }
    async function leave(known: SignInConfiguration) {
      const msal = createMsalClient(known);
      await msal.initialize();
      const [account = null] = msal.getAllAccounts();
      await forgetDevice();
      await msal.logoutRedirect({ account });
    }
    leave(configuration).catch(() => setFailed(true));
  }, [configuration]);
  return failed ? (
    <p role="alert">
      You are signed out of Retail Pulse, but Microsoft could not be told. Close the browser on a shared
      device.
    </p>
  ) : (
    <p role="status">Signing you out…</p>
  );
}
