import { FigureTile } from '#components/panel/figure-tile.tsx';
import { CUSTOMER_SEGMENTS } from '#lib/customer-segment.ts';
import { figureFacts } from '#lib/figure-facts.ts';
import { formatCount, formatDay, formatMoney, formatRate, formatRatio } from '#lib/figures.ts';
import type { MinorUnits } from '#lib/money.ts';
import { maySee } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getCustomerClv, getCustomerPrediction } from '#server/synapse/customers/get-customer.ts';
import { Asked } from '../../asked.tsx';
import type { CustomerView } from './customer-view.tsx';

const NOTHING = 'not enough evidence';

/** What the customer has been worth, what they are expected to be, and how sure that is. */
export async function WorthPanel({ customer, lake }: CustomerView) {
  const { scope, role } = await requirePage('customers');
  const { customerKey } = customer;
  const ask = async () => {
    const [answer, clv] = await Promise.all([
      getCustomerPrediction({ customerKey }, scope),
      maySee(role, 'margin') ? getCustomerClv({ customerKey }, scope) : null,
    ]);
    return { ...answer, clv: clv?.rows[0] ?? null };
  };
  const money = (amount: MinorUnits | null) => formatMoney(amount, lake.currency);
  const between = (low: MinorUnits | null, high: MinorUnits | null) =>
    low === null || high === null ? NOTHING : `90 %: ${money(low)} to ${money(high)}`;
  return (
    <Asked ask={ask} timeZone={lake.timeZone}>
      {({ rows: [prediction], clv, queriedAt }) => {
        const facts = figureFacts(lake, {
          covers: 'Everything this customer bought since the first day held',
          ...{ queriedAt, question: 'customers.get-customer-prediction' },
          more: prediction ? [['Evidence', prediction.evidence]] : [],
        });
        return (
          <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-3 xl:grid-cols-4">
            <FigureTile
              name="historicalNetSales"
              title="Net sales so far"
              value={money(customer.historicalNetSales)}
              note={`${formatCount(customer.orders)} orders, ${money(customer.returns)} brought back`}
              formula="All net sales to the customer since the first day held: a past, not a prediction."
              facts={facts}
            />
            <FigureTile
              name="predictedSales"
              title="Predicted net sales"
              value={prediction ? money(prediction.predictedSales) : '—'}
              note={prediction ? between(prediction.salesLow, prediction.salesHigh) : NOTHING}
              formula="Of the 364 days to come, less what is usually brought back, discounted by 10 % a year."
              facts={facts}
            />
            {clv ? (
              <FigureTile
                name="predictedClv"
                title="Predicted lifetime value"
                value={money(clv.predictedClv)}
                note={between(clv.clvLow, clv.clvHigh)}
                formula="Discounted gross margin expected in the 364 days to come, at the margin rate of known customers."
                facts={facts}
              />
            ) : null}
            <FigureTile
              name="expectedPurchases"
              title="Expected purchases"
              value={prediction ? formatRatio(prediction.expectedPurchases, 1) : '—'}
              note={
                prediction?.purchasesLow != null && prediction.purchasesHigh != null
                  ? `90 %: ${prediction.purchasesLow} to ${prediction.purchasesHigh} days`
                  : NOTHING
              }
              formula="Days with a purchase expected in the 364 days to come (BG/NBD)."
              facts={facts}
            />
            <FigureTile
              name="churnProbability"
              title="Churn risk"
              value={prediction ? formatRate(prediction.churnProbability) : '—'}
              note={
                customer.lastPurchaseDate === null
                  ? 'never bought'
                  : `last bought ${formatDay(customer.lastPurchaseDate)}`
              }
              formula="Chance of no purchase at all in the 364 days to come."
              facts={facts}
            />
            <FigureTile
              name="segment"
              title="Segment"
              value={prediction ? CUSTOMER_SEGMENTS[prediction.segment].title : '—'}
              note={
                prediction?.recencyScore == null
                  ? 'no purchase in 364 days'
                  : `R ${prediction.recencyScore} · F ${prediction.frequencyScore} · M ${prediction.monetaryScore}${prediction.segmentBefore && prediction.segmentBefore !== prediction.segment ? `, was ${CUSTOMER_SEGMENTS[prediction.segmentBefore].title}` : ''}`
              }
              formula="Fifths of recency, frequency and net sales among active customers, 5 the best; the segment goes by the first two."
              facts={facts}
            />
            <FigureTile
              name="pointsBalance"
              title="Loyalty balance"
              value={formatCount(customer.pointsBalance)}
              note={`points; joined ${formatDay(customer.joinedOn)}`}
              formula="Points given minus points spent."
              facts={facts}
            />
            <FigureTile
              name="channel"
              title="Prefers"
              value={preference(customer)}
              note={`${formatCount(customer.storeOrders)} in store, ${formatCount(customer.onlineOrders)} online or by app`}
              formula="Where at least two thirds of the orders were made; both where neither is."
              facts={facts}
            />
          </dl>
        );
      }}
    </Asked>
  );
}

function preference({ orders, storeOrders, onlineOrders }: CustomerView['customer']): string {
  if (orders === 0) return '—';
  if (3 * storeOrders >= 2 * orders) return 'Stores';
  return 3 * onlineOrders >= 2 * orders ? 'Online' : 'Both';
}
