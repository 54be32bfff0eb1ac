import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type LaunchOptions } from 'playwright/test';
import { INTRANET, INTRANET_ORIGIN, originOf } from '../stacks.ts';

/** A page of another site with the product in a frame; it does what such a page is told to do with the messages. */
const hostPage = (
  path: string,
  sandbox: string | null,
) => `<!DOCTYPE html><html lang="en"><title>Intranet</title>
<h1>Intranet</h1>
<iframe id="pulse" title="Sales, live and settled" src="${originOf(INTRANET)}${path}" ${sandbox === null ? '' : `sandbox="${sandbox}"`} width="1000" height="300"></iframe>
<script>
  const frame = document.getElementById('pulse');
  const heard = (window.heard = []);
  window.tell = (message) => frame.contentWindow.postMessage(message, '${originOf(INTRANET)}');
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== '${originOf(INTRANET)}' || source !== frame.contentWindow) return;
    heard.push(data);
    if (data.retailPulse === 'height') frame.height = data.height;
  });
</script></html>`;

/** Serves the intranet until the returned function is called. `?sandbox=` sets the frame's own. */
export async function startIntranet(origin = INTRANET_ORIGIN): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(hostPage(pathname, searchParams.get('sandbox')));
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(origin).port), '127.0.0.1', resolve));
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

/**
 * A browser as people have it: a lasting profile, third-party cookies allowed or blocked, and storage of a framed site
 * kept apart by the site around it, which Playwright switches off by default.
 */
export async function realBrowser(
  options: LaunchOptions,
  thirdPartyCookies: 'allowed' | 'blocked',
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  mkdirSync(join(folder, 'Default'));
  const blocked = thirdPartyCookies === 'blocked';
  const profile = { cookie_controls_mode: blocked ? 1 : 0, block_third_party_cookies: blocked };
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({ profile }));
  const usual = await usualFeatures(options);
  const kept = usual
    .slice('--disable-features='.length)
    .split(',')
    .filter((feature) => feature !== 'ThirdPartyStoragePartitioning');
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: [usual],
    args: [...(options.args ?? []), `--disable-features=${kept.join(',')}`],
    locale: 'en-GB',
  });
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true });
  };
  return { context, close };
}

/** The argument with which Playwright switches features off. */
async function usualFeatures(options: LaunchOptions): Promise<string> {
  const browser = await chromium.launchServer(options);
  const usual = browser.process().spawnargs.find((argument) => argument.startsWith('--disable-features='));
  await browser.close();
  if (usual === undefined)
    throw new Error('Playwright no longer switches features off by --disable-features');
  return usual;
}
