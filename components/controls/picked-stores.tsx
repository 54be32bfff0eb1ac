import { Picked } from './picked.tsx';

/** Which stores the page is narrowed to, and the way back to all of them. */
export function PickedStores({ stores, allHref }: { stores: readonly string[]; allHref: string }) {
  return <Picked label={stores.join(', ')} withoutHref={allHref} without="Show all stores" />;
}
