import { declareSource } from '../received/declaration.ts';

/** UCI Online Retail (doi 10.24432/C5BW33): one shop that sells online from London, prices in pounds ex tax. */
export const ONLINE_RETAIL = declareSource({
  name: 'online-retail',
  title: 'Online Retail',
  currency: 'GBP',
  timeZone: 'Europe/London',
  tables: {
    online_retail: {
      columns: [
        'InvoiceNo',
        'StockCode',
        'Description',
        'Quantity',
        'InvoiceDate',
        'UnitPrice',
        'CustomerID',
        'Country',
      ],
    },
  },
  lines: {
    table: 'online_retail',
    document: { column: 'InvoiceNo', beginsWith: { C: 'cancellation', A: 'bad_debt' } },
    transaction: 'InvoiceNo',
    store: { always: 'ONLINE' },
    channel: 'online',
    country: { column: 'Country', otherwise: 'Unspecified' },
    time: { column: 'InvoiceDate', format: '%Y-%m-%d %H:%M:%S' },
    product: 'StockCode',
    description: 'Description',
    customer: { column: 'CustomerID', without: '.0' },
    quantity: 'Quantity',
    price: { unit: 'UnitPrice' },
    // PADS (cushion pads) and DCGS… look odd and are goods.
    nonProducts: {
      codes: {
        POST: 'postage',
        DOT: 'postage of the dotcom shop',
        C2: 'carriage',
        C3: 'carriage',
        D: 'discount on an invoice',
        M: 'manual entry',
        S: 'samples sent out',
        B: 'bad debt',
        'BANK CHARGES': 'bank charges',
        AMAZONFEE: 'fees of the Amazon marketplace',
        CRUK: 'commission to a charity',
      },
      prefixes: ['GIFT_', 'TEST'],
    },
  },
  stores: {
    name: { always: 'Online shop' },
    region: { always: 'Online' },
    format: { always: 'online' },
    country: 'GB',
  },
});
