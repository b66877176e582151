import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aSample, getSample, updateSample } from '../mocks/samples.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-sample-edit sample-id="one"></portal-sample-edit>`;
const withoutId = html`<portal-sample-edit></portal-sample-edit>`;
const handlers = [getSample(), updateSample()];
const at = '*/api/v1/samples/*';
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const long = aSample({
  // each text
  sampleText: word,
  // end
});

export const sampleEditScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get(at, () => delay('infinite'))], phase: 'loading' },
  empty: { markup: withoutId, handlers: [], phase: 'error' },
  error: { markup, handlers: [msw.get(at, () => problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  refused: { markup, handlers: [msw.get(at, () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [getSample(long), updateSample(long)] },
  manyRows: { markup, handlers },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
