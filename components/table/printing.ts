import { useSyncExternalStore } from 'react';

const print = () => window.matchMedia('print');

/** Whether the page is on its way to paper, where nothing can be scrolled to. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = print();
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => print().matches,
    () => false,
  );
}
