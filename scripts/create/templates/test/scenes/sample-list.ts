import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { problem } from '../mocks/http.js';
import { aSample, listSampleParts } from '../mocks/samples.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const markup = html`<portal-sample-list sample-id="one"></portal-sample-list>`;
const handlers = [listSampleParts()];
const at = '*/api/v1/samples/*/parts';
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const long = aSample({
  // each text
  sampleText: word,
  // end
});

export const sampleListScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get(at, () => delay('infinite'))], phase: 'loading' },
  empty: { markup, handlers: [listSampleParts([])], phase: 'empty' },
  error: { markup, handlers: [msw.get(at, () => problem(400, 'This cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas['no-permissions'], phase: 'denied' },
  refused: { markup, handlers: [msw.get(at, () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  longText: { markup, handlers: [listSampleParts([long, aSample()])] },
  manyRows: { markup, handlers: [listSampleParts(Array.from({ length: 120 }, (_, index) => aSample({ id: String(index) })))] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
