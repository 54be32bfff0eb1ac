import type { ReactNode } from 'react';

/** The calm card that sign-in, sign-out and refusal are written on. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-12">
      <div className="w-full max-w-sm">
        <p className="mb-6 flex items-center justify-center gap-2 text-lg font-semibold tracking-tight">
          <svg
            aria-hidden="true"
            viewBox="0 0 24 24"
            className="size-6 fill-none stroke-accent"
            strokeWidth="2.2"
          >
            <path d="M2 13h4.5l3-8 5 14 3-6H22" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          Retail Pulse
        </p>
        <section className="rounded-2xl border border-line bg-surface p-8 shadow-sm">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {children}
        </section>
      </div>
    </main>
  );
}
