/** A store, as people choose it. */
export interface StoreName {
  readonly storeId: string;
  readonly storeName: string;
  readonly region: string;
}
