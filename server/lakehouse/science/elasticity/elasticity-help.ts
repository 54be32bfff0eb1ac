export const HELP = `
npm run science -- elasticity --data F --quantity COL [--log-quantity] --price COL [--effects COL,COL]
                              [--controls COL,COL] [--cluster COL] [--by COL [--shrink COL]]
                              [--method ols|ppml] [--level 0.95] [--out F]

Price elasticity: the coefficient of log(price) in  log(quantity) = elasticity x log(price) + controls + effects.

  --data F          a CSV file with a header; rows in the order of time, for the flag "unstable"
  --quantity COL    units sold; the log is taken here
  --log-quantity    the quantity column holds natural logs already
  --price COL       price per unit, above 0; the log is taken here
  --effects COL,…   columns with a parameter per level (store, week, brand …), absorbed exactly and not reported;
                    without any, a constant is estimated and reported as (intercept)
  --controls COL,…  columns of numbers that go in as they are (promotion 0/1, temperature …)
  --cluster COL     rows of one level may err together
  --by COL          one regression per level of this column (per product)
  --shrink COL      also pull each product's elasticity towards the mean of its level of this column (category):
                    empirical Bayes, in columns shrunk and shrunk_standard_error; the others stay as estimated
  --method ols      ordinary least squares on logs (usual); rows without sales have no log and are left out
  --method ppml     Poisson pseudo-maximum-likelihood on units: rows without sales count
  --level L         of the interval, 0.95 unless said
  --out F           where the table goes; standard output when left out

Rows with an empty or unreadable value in a column used are left out, and counted on standard error.
Columns: term, coefficient, standard_error, lower, upper, t, p (two-sided), n (rows used), clusters,
degrees_of_freedom, price_points, grade, flags. A term that is a combination of the others is NaN.
Standard errors with --cluster: CR1, factor G/(G-1) x (n-1)/(n-k) where k counts every parameter, levels of effects
too; t has G-1 degrees of freedom. Without: ols those of equal variance, ppml robust HC1; t has n-k.
With ols this is textbook least squares on all dummies.
Grade: A to act on, B to be watched, C a hint, none not enough evidence; flags say why.`;
