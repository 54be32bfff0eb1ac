import { createHash } from 'node:crypto';
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import type { DemoPerson } from './demo-people.ts';

/** Entra signs out without asking again. */
const PRESS_SIGN_OUT = "document.querySelector('button').click()";
const pressHash = createHash('sha256').update(PRESS_SIGN_OUT).digest('base64');

/** The provider's three pages. They refuse framing, as Entra's do. */
const HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${pressHash}'; base-uri 'none'; frame-ancestors 'none'`,
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: light-dark(#eef0f4, #0e1014); color: light-dark(#14171c, #eceef2); }
main { box-sizing: border-box; width: min(28rem, 100vw); padding: 2rem; background: light-dark(#fff, #16191f); border: 1px solid light-dark(#e1e4e9, #2a2f39); border-radius: 12px; }
h1 { margin: 0; font-size: 1.375rem; }
p { margin: .25rem 0 1.25rem; color: light-dark(#565e6b, #a3acba); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
button { font: inherit; color: inherit; width: 100%; text-align: left; padding: .75rem 1rem; cursor: pointer; background: transparent; border: 1px solid light-dark(#868f9c, #6c7686); border-radius: 8px; }
button:hover { background: light-dark(#f0f2f5, #1d2129); }
button:focus-visible { outline: 2px solid light-dark(#1f56c4, #86acff); outline-offset: 2px; }
strong, small { display: block; } small { color: light-dark(#565e6b, #a3acba); }`;

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(title: string, body: string): string {
  return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}

export function accountChooser(people: readonly DemoPerson[]): { headers: typeof HEADERS; html: string } {
  const choices = people.map(
    ({ account, name, duty }) =>
      `<li><button name="account" value="${escapeHtml(account)}"><strong>${escapeHtml(name)}</strong><small>${escapeHtml(duty)}</small><small>${escapeHtml(account)}</small></button></li>`,
  );
  const html = page(
    'Local sign-in',
    `<p>Pick a demo account for Retail Pulse. There is no password: this page stands where Microsoft's would.</p><form method="post"><ul>${choices.join('')}</ul></form>`,
  );
  return { headers: HEADERS, html };
}

export function showSignOut(ctx: KoaContextWithOIDC, form: string): void {
  ctx.set(HEADERS);
  ctx.type = 'html';
  ctx.body = page(
    'Sign out',
    `<p>Leaving the local sign-in too.</p>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button><script>${PRESS_SIGN_OUT}</script>`,
  );
}

export function showError(ctx: KoaContextWithOIDC, { error, error_description: reason }: ErrorOut): void {
  ctx.set(HEADERS);
  ctx.type = 'html';
  ctx.body = page(
    'Sign-in did not work',
    `<p>${escapeHtml(reason ?? error)}</p><small>${escapeHtml(error)}</small>`,
  );
}
