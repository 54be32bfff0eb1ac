'use client';
import { useEffect } from 'react';

export interface PageFailure {
  readonly error: Error & { readonly digest?: string };
}

/** A page that was just loaded anew is not loaded anew again by itself: it would go round. */
function wasLoadedAnew(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload';
}

/**
 * What stands where a page could not be drawn. Where a piece of the program is not served any more, because a release has
 * replaced it, the page is loaded anew by itself, once.
 */
export function PageFailed({ error }: PageFailure) {
  const isReplaced = error.name === 'ChunkLoadError';
  useEffect(() => {
    if (isReplaced && !wasLoadedAnew()) window.location.reload();
  }, [isReplaced]);
  return (
    <div role="alert" className="mx-auto max-w-lg px-6 py-24">
      <h1 className="text-2xl font-semibold">This page could not be drawn</h1>
      <p className="mt-2 text-ink-muted">
        {isReplaced
          ? 'A new version has been released since it was opened.'
          : 'The fault is ours, and your figures are safe. Loading it again often helps.'}
        {error.digest ? ` If you report it, name this: ${error.digest}` : ''}
      </p>
      <button
        type="button"
        onClick={() => window.location.reload()}
        className="mt-6 rounded-lg border border-line bg-surface px-4 py-2.5 font-medium hover:border-accent"
      >
        Load again
      </button>
    </div>
  );
}
