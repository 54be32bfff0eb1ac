import { defineConfig } from 'playwright/test';
import base from './playwright.config.ts';
import { CHAIN, originOf } from './stacks.ts';

/** npm run screens: every page as it looks, at four widths and in both themes, into .data/screens. */
const [chain] = [base.webServer ?? []].flat();

export default defineConfig({
  ...base,
  projects: [{ name: 'screens', testMatch: 'screens/*.ts', use: { baseURL: originOf(CHAIN) } }],
  // A trading day of its own: what other specs sold is not on it.
  ...(chain && { webServer: [{ ...chain, env: { ...chain.env, STACK_FOLDER: '.data/e2e/screens' } }] }),
});
