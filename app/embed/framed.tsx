import type { ReactNode } from 'react';
import { FrameLink } from '#components/embed/frame-link.tsx';
import { FrameSession } from '#components/embed/frame-session.tsx';
import { FrameSignIn } from '#components/embed/frame-sign-in.tsx';
import { LabelLine } from '#components/panel/label-line.tsx';
import { labelOf, PAGES, type PageName } from '#lib/roles.ts';
import { NotSignedInError, Refusal } from '#server/auth/refusals.ts';
import { provePage } from '#server/auth/require-role.ts';
import { signInConfiguration } from '#server/auth/sign-in-configuration.ts';
import { EntraUnreachableError } from '#server/shared/entra.ts';
import { env } from '#server/shared/env.ts';

/** A page in a frame: its panels for those who may see them, and for everybody else what is missing. Never a blank. */
export async function Framed({ page, children }: { page: PageName; children: ReactNode }) {
  const proved = await provePage(page);
  const configuration = await signInConfiguration().catch((error: unknown) => {
    if (error instanceof EntraUnreachableError) return undefined;
    throw error;
  });
  const { path, title } = PAGES[page];
  const signedIn = !(proved instanceof Refusal);
  const content = () => {
    if (signedIn) return children;
    if (!(proved instanceof NotSignedInError)) return <Said>{proved.message}</Said>;
    if (!configuration) return <Said>The sign-in service cannot be reached at the moment.</Said>;
    return <FrameSignIn configuration={configuration} ownTab={path} />;
  };
  return (
    <FrameLink origins={env().EMBED_ORIGINS} signedIn={signedIn}>
      <noscript>
        <Said>This frame may not run scripts. Its owner has to add “allow-scripts” to the sandbox.</Said>
      </noscript>
      <main className="p-3">
        <h1 className="sr-only">{title}</h1>
        {content()}
        {signedIn ? <LabelLine label={labelOf(page)} className="mt-3" /> : null}
        {signedIn && configuration ? <FrameSession configuration={configuration} ownTab={path} /> : null}
      </main>
    </FrameLink>
  );
}

function Said({ children }: { children: string }) {
  return (
    <p role="alert" className="px-6 py-10 text-center font-medium">
      {children}
    </p>
  );
}
