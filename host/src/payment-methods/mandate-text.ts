import type { components } from 'portal-elements/contract';
import { company } from '../company.js';

type MandateText = components['schemas']['MandateText'];

/** The wording of the SEPA Core mandate of the European Payments Council; a change of wording needs another number. */
const version = 'sepa-core-1';

const texts: Readonly<Record<string, (name: string) => string>> = {
  en: (
    name,
  ) => `By agreeing to this mandate, you authorise (A) ${name} to send instructions to your bank to debit your account and (B) your bank to debit your account in accordance with the instructions from ${name}.
As part of your rights, you are entitled to a refund from your bank under the terms and conditions of your agreement with your bank. A refund must be claimed within 8 weeks starting from the date on which your account was debited.`,
  de: (
    name,
  ) => `Ich ermächtige (A) ${name}, Zahlungen von meinem Konto mittels Lastschrift einzuziehen. Zugleich (B) weise ich mein Kreditinstitut an, die von ${name} auf mein Konto gezogenen Lastschriften einzulösen.
Hinweis: Ich kann innerhalb von acht Wochen, beginnend mit dem Belastungsdatum, die Erstattung des belasteten Betrages verlangen. Es gelten dabei die mit meinem Kreditinstitut vereinbarten Bedingungen.`,
  cs: (
    name,
  ) => `Udělením tohoto mandátu opravňujete (A) společnost ${name} k zasílání příkazů vaší bance k inkasu z vašeho účtu a (B) vaši banku k odepsání částek z vašeho účtu v souladu s příkazy společnosti ${name}.
Máte právo na vrácení peněz od své banky v souladu se smluvními podmínkami, které jste s ní uzavřeli. O vrácení je třeba požádat do 8 týdnů ode dne, kdy byla částka z vašeho účtu odepsána.`,
  ar: (
    name,
  ) => `بموافقتك على هذا التفويض فإنك تفوِّض (أ) ‏${name} بإرسال تعليمات إلى مصرفك لخصم مبالغ من حسابك، و(ب) مصرفك بخصم هذه المبالغ من حسابك وفق تعليمات ${name}.
ومن حقوقك أن تسترد المبلغ من مصرفك بموجب شروط اتفاقك معه. ويجب طلب الاسترداد خلال 8 أسابيع من تاريخ خصم المبلغ من حسابك.`,
};

const idOf = (language: string) => `${version}-${language}`;

/** The ids of the texts that a person can agree to now. */
export const currentMandateTexts: ReadonlySet<string> = new Set(Object.keys(texts).map(idOf));

/** The text in the wanted language, else in English. */
export function mandateText(wanted = 'en'): MandateText {
  const language = wanted.split('-')[0]!.toLowerCase();
  const known = Object.hasOwn(texts, language) ? language : 'en';
  const { name, addressLines, creditorId } = company;
  return { id: idOf(known), language: known, creditor: [name, ...addressLines].join(', '), creditorId, text: texts[known]!(name) };
}
