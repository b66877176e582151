import { countryName } from './display-names.js';

const codes = (
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESET' +
  'FIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLY' +
  'MAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZ' +
  'TCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW'
).match(/../g)!;

const sorted = new Map<string, (readonly [code: string, name: string])[]>();

/** The countries (ISO 3166-1) by their names in a language, in the order of that language. */
export function countryChoices(language: string): (readonly [code: string, name: string])[] {
  if (!sorted.has(language)) {
    const order = new Intl.Collator(language);
    const named = codes.map((code) => [code, countryName(language, code)] as const);
    sorted.set(
      language,
      named.sort(([, one], [, other]) => order.compare(one, other)),
    );
  }
  return sorted.get(language)!;
}
