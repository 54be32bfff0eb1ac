import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDate } from './business-date.ts';
import { type MinorUnits, minorUnits } from './money.ts';
import {
  type DecisionRequest,
  decisionInWords,
  judgeDecision,
  needsSecondPerson,
  type PriceDecision,
} from './price-decision.ts';
import { isAsPredicted, measuredChange, outcomeOf, type PriceOutcome } from './price-outcome.ts';
import {
  type PriceRecommendation,
  productOfRecommendation,
  recommendationId,
} from './price-recommendation.ts';

const cents = (amount: number): MinorUnits => minorUnits(BigInt(amount));
const recommendation = (change: Partial<PriceRecommendation> = {}): PriceRecommendation => ({
  ...{ productId: 'P-0101', productName: 'Oak Mixing Bowl', category: 'Kitchen', horizonDays: 28 },
  ...{ asOfDate: businessDate('2026-11-22'), priceNow: cents(1999), unitCost: cents(900) },
  ...{
    competitorPrice: cents(2049),
    competitors: 3,
    isKeyValue: false,
    unitsSold: 100,
    netSales: cents(199900),
  },
  ...{
    expectedUnits: 100,
    lowestPrice30Days: cents(1999),
    lowestAllowed: cents(1849),
    highestAllowed: cents(2149),
  },
  ...{
    lowestLimit: 'max step',
    highestLimit: 'max step',
    recommendedPrice: cents(2149),
    action: 'raise' as const,
  },
  ...{
    bindingLimit: 'max step',
    reason: 'earns more',
    unitsChange: -9,
    unitsChangeLower: -12,
    unitsChangeUpper: -6,
  },
  ...{ netSalesChange: cents(1), netSalesChangeLower: cents(0), netSalesChangeUpper: cents(2) },
  ...{ marginChange: cents(4000), marginChangeLower: cents(3000), marginChangeUpper: cents(5000) },
  ...{
    probabilityOfGain: 0.95,
    optimum: null,
    elasticity: -1.3,
    elasticityLower: -1.5,
    elasticityUpper: -1.1,
  },
  ...{
    standardError: 0.12,
    grade: 'A' as const,
    gradeReason: '',
    weeks: 57,
    unitsObserved: 900,
    pricePoints: 7,
  },
  ...change,
});
const SMALL = recommendation();
const LARGE = recommendation({ expectedUnits: 10_000 });
const ERIN = { personId: 'e', account: 'erin@contoso.test', at: '2026-11-23T10:00:00.000Z' };
const PETRA = { personId: 'p', account: 'petra@contoso.test', at: '2026-11-23T11:00:00.000Z' };

const asked = (it: PriceRecommendation, change: Partial<DecisionRequest> = {}): DecisionRequest => ({
  ...{
    recommendationId: recommendationId(it),
    action: 'approve',
    price: Number(it.recommendedPrice),
    reason: '',
  },
  ...change,
});
function decided(judged: PriceDecision | string): PriceDecision {
  assert.ok(typeof judged !== 'string', String(judged));
  return judged;
}

describe('one person and two', () => {
  test('a price of little weight is decided by one', () => {
    assert.equal(needsSecondPerson(SMALL, 2149), false);
    const { outcome, price, margin } = decided(judgeDecision(SMALL, null, asked(SMALL), ERIN));
    assert.deepEqual([outcome, price], ['approved', 2149]);
    assert.ok(margin && margin.lower < margin.mean && margin.mean < margin.upper);
  });

  test('a price of much weight waits, and only somebody else can agree to it', () => {
    const proposed = decided(judgeDecision(LARGE, null, asked(LARGE), ERIN));
    assert.equal(proposed.outcome, 'waiting');
    assert.equal(judgeDecision(LARGE, proposed, asked(LARGE), ERIN), 'SECOND_PERSON_NEEDED');
    const override = { action: 'override', reason: 'the same again' } as const;
    assert.equal(judgeDecision(LARGE, proposed, asked(LARGE, override), ERIN), 'SECOND_PERSON_NEEDED');
    assert.equal(decided(judgeDecision(LARGE, proposed, asked(LARGE), PETRA)).outcome, 'approved');
  });

  test('going to and fro between prices does not make one person two', () => {
    let last: PriceDecision | null = null;
    for (const price of [2149, 2099, 2149, 2049, 2149]) {
      const action = { action: 'override', price, reason: 'trying my luck' } as const;
      last = decided(judgeDecision(LARGE, last, asked(LARGE, action), ERIN));
      assert.equal(last.outcome, 'waiting', String(price));
    }
  });

  test('a price past the guardrails, or of unknown effect, is for two, however small', () => {
    assert.equal(needsSecondPerson(SMALL, 2199), true);
    assert.equal(needsSecondPerson(SMALL, 1799), true);
    assert.equal(needsSecondPerson(recommendation({ elasticity: null }), 2099), true);
    assert.equal(
      needsSecondPerson(recommendation({ lowestAllowed: null, highestAllowed: null }), 2099),
      true,
    );
  });

  test('another price of a second person is a proposal of their own', () => {
    const proposed = decided(judgeDecision(LARGE, null, asked(LARGE), ERIN));
    const other = { action: 'override', price: 2099, reason: 'a smaller step' } as const;
    const theirs = decided(judgeDecision(LARGE, proposed, asked(LARGE, other), PETRA));
    assert.deepEqual([theirs.outcome, theirs.account], ['waiting', PETRA.account]);
    const agree = asked(LARGE, { price: 2099 });
    assert.equal(decided(judgeDecision(LARGE, theirs, agree, ERIN)).outcome, 'approved');
  });
});

describe('what is refused', () => {
  const cases: readonly (readonly [string, string | PriceDecision])[] = [
    [
      'OUTDATED',
      judgeDecision(SMALL, null, asked(SMALL, { recommendationId: 'P-0101@2026-11-15@2149' }), ERIN),
    ],
    ['CHANGED_MEANWHILE', judgeDecision(SMALL, null, asked(SMALL, { price: 2099 }), ERIN)],
    ['REASON_MISSING', judgeDecision(SMALL, null, asked(SMALL, { action: 'reject' }), ERIN)],
    [
      'REASON_MISSING',
      judgeDecision(SMALL, null, asked(SMALL, { action: 'override', reason: '   no  ' }), ERIN),
    ],
    ...[900, 1999, 4000, 999.5, Number.NaN, -5, null].map((price) => {
      const request = asked(SMALL, { action: 'override', price, reason: 'because of it' });
      return ['NOT_A_PRICE', judgeDecision(SMALL, null, request, ERIN)] as const;
    }),
  ];
  for (const [code, judged] of cases) test(code, () => assert.equal(judged, code));

  test('ALREADY_DECIDED, NOTHING_TO_APPROVE', () => {
    const done = decided(judgeDecision(SMALL, null, asked(SMALL), ERIN));
    assert.equal(judgeDecision(SMALL, done, asked(SMALL), PETRA), 'ALREADY_DECIDED');
    const hold = recommendation({ recommendedPrice: cents(1999), action: 'hold' });
    assert.equal(judgeDecision(hold, null, asked(hold), ERIN), 'NOTHING_TO_APPROVE');
  });
});

test('a rejection leaves the price, and every deed can be said in words', () => {
  const rejected = decided(
    judgeDecision(SMALL, null, asked(SMALL, { action: 'reject', reason: 'before Christmas' }), ERIN),
  );
  assert.deepEqual([rejected.outcome, rejected.price], ['rejected', 1999]);
  assert.equal(decisionInWords(rejected), 'P-0101 stays at 19.99');
  const waiting = decided(judgeDecision(LARGE, null, asked(LARGE), ERIN));
  assert.equal(decisionInWords(waiting), 'P-0101 from 19.99 to 21.49, waits for a second person');
});

test('an id says its product, whatever the product is called', () => {
  assert.equal(productOfRecommendation(recommendationId(SMALL)), 'P-0101');
  const odd = recommendation({ productId: 'A@B@2' });
  assert.equal(productOfRecommendation(recommendationId(odd)), 'A@B@2');
  assert.equal(productOfRecommendation('P-0101'), undefined);
});

test('a decision is measured by the first change to its price since, and by no other', () => {
  const approved = decided(judgeDecision(SMALL, null, asked(SMALL), ERIN));
  const change = (productId: string, changedOn: string, priceAfter: number): PriceOutcome => ({
    ...{ productId, productName: '', priceBefore: cents(1999), priceAfter: cents(priceAfter) },
    ...{ changedOn: businessDate(changedOn), measuredFrom: businessDate(changedOn) },
    ...{ measuredTo: businessDate('2027-02-01'), unitsExpected: 100, unitsSold: 90, unitsPredicted: 91 },
    ...{ predictedLower: 80, predictedUpper: 103, marginExpected: null, marginMeasured: null },
  });
  const outcomes = [
    change('P-0101', '2027-01-20', 2149),
    change('P-0101', '2026-11-30', 2149),
    change('P-0101', '2026-11-25', 2099),
    change('P-0101', '2026-06-01', 2149),
    change('P-0102', '2026-11-24', 2149),
  ];
  const found = outcomeOf(approved, outcomes);
  assert.equal(found?.changedOn, '2026-11-30');
  assert.ok(found && isAsPredicted(found) && Math.abs((measuredChange(found) ?? 0) + 0.1) < 1e-12);
  assert.equal(outcomeOf({ ...approved, outcome: 'waiting' }, outcomes), undefined);
});
