import { svg, html, type TemplateResult } from 'lit';

/** A part of a hundred as a bar, beside the number that says it. */
export function shareBar(percent: number | null | undefined): TemplateResult {
  const width = Math.max(0, Math.min(100, percent || 0));
  return html`<svg class="share" aria-hidden="true">
    ${svg`<rect class="track" width="100%" height="100%"/><rect class="fill" width="${width}%" height="100%"/>`}
  </svg>`;
}

/** Shows how much of a whole is used, and will be: a meter whose mark is the whole, with what is beyond it behind the mark. */
export function usageMeter(label: string, percent: number, forecast: number | null, text: string): TemplateResult {
  const most = Math.max(100, percent, forecast ?? 0);
  const at = (value: number) => `${(Math.max(0, value) / most) * 100}%`;
  return html`<svg
    class="meter"
    part="meter"
    role="meter"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax=${Math.round(most)}
    aria-valuenow=${Math.round(percent)}
    aria-valuetext=${text}
  >
    ${svg`<rect class="track" width="100%" height="100%"/>
      <rect class="ahead" width=${at(forecast ?? 0)} height="100%"/>
      <rect class="fill" width=${at(Math.min(percent, 100))} height="100%"/>
      <rect class="over" x=${at(100)} width=${at(percent - 100)} height="100%"/>
      <rect class="mark" x=${at(100)} width="2" height="100%"/>`}
  </svg>`;
}
