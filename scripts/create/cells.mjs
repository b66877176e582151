import { CannotCreate } from './operation.mjs';

/** Columns in sight at first; more are added by hand. */
export const mostColumns = 6;

const subjects = ['name', 'number', 'label', 'title', 'subject', 'hostname', 'address'];
const formats = { money: 'money', number: 'number', day: 'day', instant: 'instant' };

/** The field by which people know a record: its name, else its id, else its first text. */
export function subjectOf({ name: schema, fields, hasId }) {
  const texts = fields.filter(({ kind, labelled }) => kind === 'text' && !labelled).map(({ name }) => name);
  const subject = subjects.find((name) => texts.includes(name)) ?? (hasId ? 'id' : texts[0]);
  if (!subject) throw new CannotCreate(`${schema} has neither name nor id: begin from src/session/portal-account-security.ts.`);
  return subject;
}

const widths = { money: 7.5, number: 6, day: 7, instant: 7.5, flag: 6 };

/** The least width of a column in em: for its kind of values, and for the longest word above them. */
export const widthOf = ({ kind, text }) =>
  Math.max(widths[kind] ?? 9, ...text.split(/[\s-]/).map(({ length }) => Math.ceil(length * 0.55 + 2)));

export const isEnd = ({ kind }) => kind === 'money' || kind === 'number';

/** The formats of the catalogue that these fields need. */
export const formatsOf = (fields) => [...new Set(fields.map(({ kind }) => formats[kind]).filter(Boolean))];

/** What of a record must be at hand to show these fields. */
export const valuesOf = (fields) => fields.flatMap(({ name, labelled }) => (labelled ? [name, `${name}Label`] : [name]));

/** The value in words. */
export function words({ name, kind, labelled }, texts) {
  if (formats[kind]) return `${formats[kind]}(${name})`;
  if (kind === 'flag') return `t(${name} ? '${texts.say('yes', 'Yes') && 'yes'}' : '${texts.say('no', 'No') && 'no'}')`;
  return labelled ? `${name}Label || ${name} || t('none')` : `${name} || t('none')`;
}

/** A flat cell; what people have typed is isolated. */
export function cell(field, texts) {
  const label = texts.say(field.name, field.text);
  const text = words(field, texts);
  const attributes = `role="cell"${isEnd(field) ? ' class="end"' : ''} data-label=\${${label}}`;
  return field.kind === 'text' && !field.labelled
    ? `<td ${attributes}><bdi .textContent=\${${text}}></bdi></td>`
    : `<td ${attributes} .textContent=\${${text}}></td>`;
}
