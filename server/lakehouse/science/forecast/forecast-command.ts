import { type Given, MisuseError, type ScienceCommand } from '../command.ts';
import { writeCsv } from '../csv-lines.ts';
import { namesOf, numberOf, oneOf, optionalText, textOf } from '../options.ts';
import { forecastPanel } from './forecast-panel.ts';
import { ACCURACY_HEADER, accuracyRows, forecastPoints, pointHeader } from './forecast-report.ts';
import { hierarchyOf, reconcileForecasts } from './hierarchy.ts';
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
    ...{
      missing: text,
      known: text,
      'sold-out': text,
      out: text,
      'log-value': { type: 'boolean' },
      hierarchy: { type: 'boolean' },
    },
  },
  help: `
npm run science -- forecast --data F --series COL,COL --time COL --value COL --season N --horizon N
    [--gap N] [--origins T,T,T] [--known COL,COL] [--hierarchy] [--out F]

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
  --sold-out COL       not 0 where the shelf ran empty: the value is neither learned nor scored, since sales
                       are not demand then; what is missing is filled as above
  --log-value          the values are natural logarithms; models work on them, results are exp of theirs: a
                       median rather than a mean
  --known COL,COL      numbers known in advance (price, promotion, holiday …), in lines of later periods
                       too: their effects on the logarithm of the value are fitted, taken off and put on
                       again; columns that stand for what only the day itself brings would be a look ahead
  --hierarchy          forecasts the whole, the groups of the first column, of the first two … and the series,
                       and makes the chosen means add up at each level (weighted least squares); a row a level
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
      soldOut: optionalText(given, 'sold-out'),
    };
    const fill = oneOf(given, 'missing', ['as-is', 'zero'], 'as-is') === 'zero' ? 'zero' : 'missing';
    const plan = {
      seasons: seasonsOf(given),
      horizon: numberOf(given, 'horizon', { least: 1, whole: true }),
      gap: Math.max(1, numberOf(given, 'gap', { otherwise: 1, least: 0, whole: true })),
      isLog,
    };
    const isHierarchy = given['hierarchy'] === true;
    if (isHierarchy && isLog)
      throw new MisuseError('forecasts of logarithms are medians, which do not add up', 'forecast');
    const leaves = await readSeries(textOf(given, 'data'), columns, { isLog, fill });
    if (leaves.doubled > 0)
      desk.note(`${leaves.doubled} rows were added to one of the same series and period`);
    const origins = originsOf(given, leaves);
    const hierarchy = isHierarchy ? hierarchyOf(leaves) : null;
    const panel = hierarchy ?? leaves;
    const own = await forecastPanel(panel, origins, plan, desk.note);
    const forecasts = hierarchy ? reconcileForecasts(hierarchy, own) : own;
    const unknown = forecasts.filter(({ byOrigin }) => byOrigin.some(({ grade }) => grade === 'none')).length;
    if (unknown > 0) desk.note(`no forecast for ${unknown} of the series: nothing is known before an origin`);
    const points = forecastPoints(panel, forecasts, plan.gap, isLog);
    if (hierarchy) {
      const levelOf = (level: number) => points.filter(({ series }) => hierarchy.levels[series] === level);
      const rows = [...new Set(hierarchy.levels)].flatMap((level) =>
        accuracyRows(levelOf(level)).map((row) => [seriesColumns.slice(0, level).join(' ') || 'all', ...row]),
      );
      await writeCsv(undefined, ['level', ...ACCURACY_HEADER], rows, desk);
    } else await writeCsv(undefined, ACCURACY_HEADER, accuracyRows(points), desk);
    const file = optionalText(given, 'out');
    const rows = points.map(({ row }) => row);
    if (file) await writeCsv(file, pointHeader(seriesColumns, columns.time), rows, desk);
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
