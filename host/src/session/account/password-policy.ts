import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { components } from 'portal-elements/contract';
import { Problem } from '../../http/problem.js';

/** The rules for a password. */
export const passwordPolicy: components['schemas']['PasswordPolicy'] = { minLength: 10, maxLength: 200, refusesCommon: true };

/** The least score, of 4: from here on a password withstands some hundred million guesses. */
const leastScore = 3;
/** Guessing takes long for a long text, and what begins well stays good. */
const examined = 64;

const strength = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

interface Circumstances {
  /** Names and addresses of the person, which others would guess first. */
  names: readonly string[];
  /** The password that it replaces. */
  before?: string;
}

const faults = {
  'too-short': `At least ${passwordPolicy.minLength} characters are needed.`,
  'too-long': `At most ${passwordPolicy.maxLength} characters are possible.`,
  'too-common': 'This password is easily guessed.',
  'contains-name': 'This password is easily guessed by who knows your name.',
  'same-as-before': 'This is the password you had.',
} as const;

/** Throws 422, with the fault at `pointer`, unless the password keeps to the policy. */
export function requireGoodPassword(pointer: string, password: string, circumstances: Circumstances): void {
  const code = faultOf(password.normalize('NFKC'), circumstances);
  if (code) throw new Problem(422, 'Please choose another password', { errors: [{ pointer, detail: faults[code], code }] });
}

function faultOf(password: string, { names, before }: Circumstances): keyof typeof faults | undefined {
  const length = [...password].length;
  if (length < passwordPolicy.minLength) return 'too-short';
  if (length > passwordPolicy.maxLength) return 'too-long';
  if (password === before?.normalize('NFKC')) return 'same-as-before';
  const beginning = password.slice(0, examined);
  if (strength.check(beginning).score < leastScore) return 'too-common';
  const words = names.flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
  return strength.check(beginning, words).score < leastScore ? 'contains-name' : undefined;
}
