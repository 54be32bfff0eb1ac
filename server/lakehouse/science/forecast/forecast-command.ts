import { type Given, MisuseError, type ScienceCommand } from '../command.ts';
import { type Cell, writeCsv } from '../csv-lines.ts';
import { namesOf, numberOf, oneOf, optionalText, textOf } from '../options.ts';
import { accuracyOf, type ScoredPoint } from './accuracy.ts';
import { forecastPanel, type PanelForecast } from './forecast-panel.ts';
import { BASELINES } from './methods.ts';
import { LEVELS } from './quantiles.ts';
import { readSeries, type SeriesPanel } from './read-series.ts';

const text = { type: 'string' } as const;

export const forecastCommand: ScienceCommand = {
  name: 'forecast',
  summary: 'forecasts with intervals from past origins or the last one, and how good they were',
  options: {
    ...{
      data: text,
      series: text,
      time: text,
      value: text,
      season: text,
      horizon: text,
      gap: text,
      origins: text,
    },
    ...{ missing: text, known: text, out: text, 'log-value': { type: 'boolean' } },
  },
  help: `
npm run science -- forecast --data F --series COL,COL --time COL --value COL --season N --horizon N
    [--gap N] [--origins T,T,T] [--known COL,COL] [--out F]

F is a CSV file with a header: a line for each series and period. Times are whole numbers, YYYY-MM-DD,
YYYYMMDD, YYYY-MM or ISO times, equally spaced; rows of the same series and period are added up.
  --series COL,COL     columns that name a series; none for a single one
  --season N[,N]       periods after which the pattern repeats: 7, or 7,365 for days; the first is the
                       season of seasonal naive and MASE; 1 for none
  --origins T,T,T      last periods known; nothing later is used for their forecasts. Otherwise the last
                       period of F
  --horizon N --gap N  forecast are the N periods from origin + gap on; gap 1 (the default; 0 is the same)
                       starts at the period after the origin, gap 2 leaves one out
  --missing as-is      a period without a line is missing: not scored, and filled from the same place of the
                       neighbouring seasons for methods that need a value; zero: from the first line of a
                       series on, no line means 0
  --log-value          the values are natural logarithms; models work on them, results are exp of theirs: a
                       median rather than a mean
  --known COL,COL      numbers known in advance (price, promotion, holiday …), in lines of later periods
                       too: their effects on the logarithm of the value are fitted, taken off and put on
                       again; columns that stand for what only the day itself brings would be a look ahead
Methods: naive (last observed value), seasonal_naive (last observed value of the same place in the season,
naive where there is none), mean (of everything observed) and chosen: for each series the best of these,
Holt-Winters, ETS, MSTL, the blend of two, slow_demand (TSB) and known_effects in a rolling-origin backtest
before the first origin.
Result, on standard output: method, points, MAPE, WAPE, MASE, RMSSE, bias, pinball, coverage, over the same
points for all methods: those whose actual value is in F. All are fractions (0.25 is 25 %). MAPE leaves out
points that are 0.
WAPE = sum |error| / sum |actual|. bias = sum (forecast - actual) / sum actual. MASE is in units of the mean
absolute seasonal difference before the origin; RMSSE of the squared difference from period to period.
pinball is the mean loss of P10, P50, P90; coverage the share of actual values from P10 to P90.
  --out F              a line for each series, origin and period: actual, naive, seasonal_naive, mean,
                       chosen, p10, p50, p90, method, grade (A beat seasonal naive in the backtest, B did
                       not, C too short to try)
`,
  async run(given, desk) {
    const isLog = given['log-value'] === true;
    const seriesColumns = namesOf(given, 'series');
    const columns = {
      series: seriesColumns,
      time: textOf(given, 'time'),
      value: textOf(given, 'value'),
      known: namesOf(given, 'known'),
    };
    const fill = oneOf(given, 'missing', ['as-is', 'zero'], 'as-is') === 'zero' ? 'zero' : 'missing';
    const plan = {
      seasons: seasonsOf(given),
      horizon: numberOf(given, 'horizon', { least: 1, whole: true }),
      gap: Math.max(1, numberOf(given, 'gap', { otherwise: 1, least: 0, whole: true })),
      isLog,
    };
    const panel = await readSeries(textOf(given, 'data'), columns, { isLog, fill });
    if (panel.doubled > 0) desk.note(`${panel.doubled} rows were added to one of the same series and period`);
    const origins = originsOf(given, panel);
    const forecasts = await forecastPanel(panel.values, origins, plan, desk.note, panel.known);
    const points = forecastPoints(panel, forecasts, plan.gap, isLog);
    const header = ['method', 'points', 'MAPE', 'WAPE', 'MASE', 'RMSSE', 'bias', 'pinball', 'coverage'];
    await writeCsv(undefined, header, accuracyRows(points), desk);
    const file = optionalText(given, 'out');
    if (!file) return;
    const names = [
      'origin',
      columns.time,
      'actual',
      ...BASELINES,
      'chosen',
      'p10',
      'p50',
      'p90',
      'method',
      'grade',
    ];
    await writeCsv(
      file,
      [...seriesColumns, ...names],
      points.map(({ row }) => row),
      desk,
    );
  },
};

function seasonsOf(given: Given): number[] {
  const seasons = (namesOf(given, 'season').length > 0 ? namesOf(given, 'season') : ['1']).map(Number);
  if (seasons.every((season) => Number.isInteger(season) && season >= 1))
    return seasons.sort((one, other) => one - other);
  throw new MisuseError('--season takes whole numbers of periods from 1 up', 'forecast');
}

function originsOf(given: Given, { axis, values }: SeriesPanel): number[] {
  const asked = namesOf(given, 'origins');
  const last = values.reduce((latest, own) => Math.max(latest, own.findLastIndex(Number.isFinite)), 0);
  if (asked.length === 0) return [last];
  return asked.map((time) => {
    const place = axis.placeOf(time);
    if (place >= 0 && place < axis.periods) return place;
    throw new MisuseError(
      `--origins: ${time} is not within the data, which end at ${axis.spell(axis.periods - 1)}`,
      'forecast',
    );
  });
}

const METHOD_ROWS = [...BASELINES, 'chosen'] as const;

interface ForecastPoint {
  /** By method; null where the actual value is not known. */
  readonly scored: ReadonlyMap<string, ScoredPoint> | null;
  readonly row: readonly Cell[];
}

function forecastPoints(
  panel: SeriesPanel,
  forecasts: readonly PanelForecast[],
  gap: number,
  isLog: boolean,
): ForecastPoint[] {
  return forecasts.flatMap(({ method, byOrigin }, series) =>
    byOrigin.flatMap(({ origin, grade, scales, forecast, baselines, quantiles }) =>
      forecast.map((chosen, step) => {
        const place = origin + gap + step;
        const given = panel.values[series]?.[place] ?? Number.NaN;
        const actual = isLog ? Math.exp(given) : given;
        const values = {
          ...Object.fromEntries(BASELINES.map((name) => [name, baselines[name][step] ?? Number.NaN])),
          chosen,
        };
        const own = quantiles[step] ?? null;
        const scored = new Map(
          Object.entries(values).map(([name, value]) => [
            name,
            { scales, actual, forecast: value, quantiles: name === 'chosen' ? own : null },
          ]),
        );
        const times = [panel.axis.spell(origin), panel.axis.spell(place), Number.isNaN(actual) ? '' : actual];
        const row = [
          ...(panel.keys[series] ?? []),
          ...times,
          ...Object.values(values),
          ...(own ?? ['', '', '']),
          method,
          grade,
        ];
        return { scored: Number.isNaN(actual) ? null : scored, row };
      }),
    ),
  );
}

function accuracyRows(points: readonly ForecastPoint[]): Cell[][] {
  return METHOD_ROWS.map((name) => {
    const own = points.flatMap(({ scored }) => scored?.get(name) ?? []);
    const { mape, wape, mase, rmsse, bias, pinball, coverage } = accuracyOf(own, LEVELS);
    const cells = [mape, wape, mase, rmsse, bias, pinball, coverage].map((value) =>
      Number.isFinite(value) ? value : '',
    );
    return [name, own.length, ...cells];
  });
}
