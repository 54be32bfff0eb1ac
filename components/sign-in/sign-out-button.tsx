'use client';
import { useState } from 'react';
import { endSession } from './session-request.ts';

export function SignOutButton() {
  const [failed, setFailed] = useState(false);

  async function signOut() {
    setFailed(false);
    await endSession().then(
      () => window.location.assign('/auth/sign-out'),
      () => setFailed(true),
    );
  }

  return (
    <>
      {failed && (
        <span role="alert" className="text-bad">
          Not signed out: no connection.
        </span>
      )}
      <button
        type="button"
        onClick={signOut}
        className="rounded-lg border border-line-strong px-3 py-1.5 text-sm hover:bg-surface-sunken"
      >
        Sign out
      </button>
    </>
  );
}
