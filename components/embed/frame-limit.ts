/** What the page around, or the browser, withholds from this frame so that nobody can sign in inside it; undefined where nothing is missing. */
export function frameLimit(): string | undefined {
  if (window.origin === 'null')
    return 'The page around this frame shuts it off from its own session. Its owner has to add “allow-same-origin” to the sandbox.';
  try {
    window.sessionStorage.getItem('');
  } catch {
    return 'Your browser keeps no cookies for this frame. Allow them for Retail Pulse, or open it in a tab of its own.';
  }
  return undefined;
}
