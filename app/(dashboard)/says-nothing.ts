/**
 * Whether an answer came and has no row: a panel that few chains have anything for is left out then. One that failed
 * says nothing of the chain, so its panel stays and tells.
 */
export async function saysNothing(answer: Promise<{ readonly rows: readonly unknown[] }>): Promise<boolean> {
  return answer.then(
    ({ rows }) => rows.length === 0,
    () => false,
  );
}
