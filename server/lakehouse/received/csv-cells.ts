/** One cell of a CSV text: its place, from 1 and 1, and what it holds without its quotes. */
export interface CsvCell {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/**
 * The cells of a CSV text that comes in pieces, in order, whatever its shape: a quote that is never closed runs to the
 * end. The line is where the cell begins, for a quoted cell may hold several.
 */
export async function* csvCells(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvCell> {
  let [line, column, begun, text] = [1, 1, 1, ''];
  let [quoted, wasQuote] = [false, false];
  for await (const piece of pieces)
    for (const character of piece) {
      if (character === '"') {
        if (quoted || text === '' || wasQuote) {
          if (wasQuote && !quoted) text += '"';
          quoted = !quoted;
          wasQuote = true;
          continue;
        }
      } else wasQuote = false;
      if (!quoted && (character === delimiter || character === '\n')) {
        yield { line: begun, column, text };
        text = '';
        if (character === '\n') [line, column] = [line + 1, 1];
        else column += 1;
        begun = line;
        continue;
      }
      if (character === '\n') line += 1;
      if (character !== '\r') text += character;
    }
  if (text !== '') yield { line: begun, column, text };
}
