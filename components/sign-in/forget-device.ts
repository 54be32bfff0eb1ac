/**
 * Removes whatever a script can keep on this device for this site: the next person at a shared tablet finds nothing of
 * the one before. The session itself is the server's to end, and the browser's cache is cleared by its word.
 */
export async function forgetDevice(): Promise<void> {
  sessionStorage.clear();
  localStorage.clear();
  for (const cookie of document.cookie.split('; ')) {
    const [name = ''] = cookie.split('=', 1);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is asynchronous, and not in every browser yet
    if (name) document.cookie = `${name}=; Path=/; Secure; Max-Age=0`;
  }
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
  for (const { name } of (await indexedDB.databases?.()) ?? []) if (name) indexedDB.deleteDatabase(name);
}
