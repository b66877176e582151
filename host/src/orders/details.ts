import type { components } from 'portal-elements/contract';
import { Problem } from '../http/problem.js';
import { isEmail } from '../session/email.js';

type OrderDetail = components['schemas']['OrderDetail'];
type Fault = NonNullable<components['schemas']['Problem']['errors']>[number];

const longest = { text: 200, 'long-text': 4000 };

/**
 * The details with what has been typed. Throws 422 with a pointer to each that is not acceptable; where `complete`, also to each that is
 * missing.
 */
export function fillDetails(details: readonly OrderDetail[], values: Readonly<Record<string, string>>, complete: boolean): OrderDetail[] {
  const unknown = Object.keys(values).filter((name) => !details.some((detail) => detail.name === name));
  const filled = details.map((detail) => ({ ...detail, value: valueOf(detail, values) }));
  const faults = [
    ...unknown.map((name) => fault(name, 'unknown', 'This order does not ask for this.')),
    ...filled.flatMap((detail) => faultsOf(detail, complete)),
  ];
  if (faults.length > 0) throw new Problem(422, 'Some fields need another look', { errors: faults });
  return filled;
}

const valueOf = ({ name, value }: OrderDetail, values: Readonly<Record<string, string>>) =>
  Object.hasOwn(values, name) ? values[name]!.trim() || null : (value ?? null);

function faultsOf({ name, type, required, value, choices = [] }: OrderDetail, complete: boolean): Fault[] {
  if (value == null) return required && complete ? [fault(name, 'required', 'This is needed before the order can be placed.')] : [];
  const most = type === 'long-text' ? longest['long-text'] : longest.text;
  if (value.length > most) return [fault(name, 'too-long', `At most ${most} characters.`)];
  if (type === 'email' && !isEmail(value)) return [fault(name, 'invalid-email', 'This is not an e-mail address.')];
  if (type === 'date' && !isDay(value)) return [fault(name, 'not-a-date', 'This is no date.')];
  if (type === 'choice' && !choices.some((choice) => choice.value === value))
    return [fault(name, 'not-a-choice', 'Please choose one of the values.')];
  return [];
}

const isDay = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

const fault = (name: string, code: string, detail: string): Fault => ({
  pointer: `/details/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  code,
  detail,
});
