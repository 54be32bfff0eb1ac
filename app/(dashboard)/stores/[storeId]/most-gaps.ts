/** Empty shelves that a store's page lists; both of its panels ask the one question. */
export const MOST_GAPS = 20;
