/** Units of lines as words, with their UN/ECE Recommendation 20 codes; any other unit is written as it is. */
const codes: Readonly<Record<string, string>> = {
  piece: 'C62',
  minute: 'MIN',
  hour: 'HUR',
  day: 'DAY',
  month: 'MON',
  year: 'ANN',
  GB: 'E34',
  kWh: 'KWH',
};
const words = Object.fromEntries(Object.entries(codes).map(([word, code]) => [code, word]));

/** The code of a unit in an e-invoice. */
export const unitCode = (unit: string | null) => (unit === null ? 'C62' : (codes[unit] ?? unit));

/** The unit of a code in an e-invoice: a word where one is known. */
export const unitWord = (code: string) => words[code] ?? code;
