import { LitElement, css, html } from 'lit';
import { sharedStyles } from '../../src/ui/styles/shared.js';

/** Pairs as they meet on the page: text on background, by the names inside the shared styles. */
const pairs = [
  ['Text on surface', '--_on-surface', '--_surface', '--portal-on-surface on --portal-surface'],
  ['Quiet text on surface', '--_muted', '--_surface', '--portal-muted on --portal-surface'],
  ['Accent on surface', '--_accent', '--_surface', '--portal-accent on --portal-surface'],
  ['Primary button', '--_on-accent', '--_accent', '--portal-on-accent on --portal-accent'],
  ['Danger', '--_on-danger', '--_danger', '--portal-on-danger on --portal-danger'],
  ['Danger text on surface', '--_on-danger', '--_surface', '--portal-on-danger on --portal-surface'],
  ['Warning', '--_on-warning', '--_warning', '--portal-on-warning on --portal-warning'],
  ['Success', '--_on-success', '--_success', '--portal-on-success on --portal-success'],
  ['Info', '--_on-info', '--_info', '--portal-on-info on --portal-info'],
] as const;

const luminance = ([red, green, blue]: readonly number[]) => {
  const [r, g, b] = [red!, green!, blue!].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};

/** The colours as painted one over the other, whatever notation they are in. */
function painted(...colours: string[]): number[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  for (const colour of colours) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data];
}

/** Contrast of two colours on a surface (WCAG 2.2, relative luminance). */
function contrast(text: string, background: string, surface: string): number {
  const [light, dark] = [luminance(painted(surface, background, text)), luminance(painted(surface, background))].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Every pair of colour tokens with the contrast it has here and now. */
export class TokenTable extends LitElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        background: var(--_surface);
        color: var(--_on-surface);
      }
      table {
        border-collapse: collapse;
        inline-size: 100%;
      }
      th,
      td {
        padding: 0.6em;
        text-align: start;
        border-block-end: 1px solid var(--_line);
      }
      .sample {
        display: inline-block;
        padding: 0.4em 0.9em;
        border-radius: var(--_radius);
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.requestUpdate();
  }

  protected override render(): unknown {
    const style = getComputedStyle(this);
    const colour = (name: string) => {
      this.style.outlineColor = `var(${name})`;
      const value = getComputedStyle(this).outlineColor;
      this.style.outlineColor = '';
      return value;
    };
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Pair</th>
          <th scope="col">Sample</th>
          <th scope="col">Tokens</th>
          <th scope="col">Contrast</th>
        </tr>
      </thead>
      <tbody>
        ${pairs.map(([name, text, background, tokens]) => {
          const ratio = contrast(colour(text), colour(background), style.backgroundColor);
          return html`<tr>
            <th scope="row">${name}</th>
            <td>${this.#sample(text, background)}</td>
            <td><code>${tokens}</code></td>
            <td>${ratio.toFixed(2)} : 1 ${ratio >= 4.5 ? 'passes AA' : 'FAILS AA'}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  #sample(text: string, background: string): HTMLElement {
    const sample = document.createElement('span');
    sample.className = 'sample';
    sample.textContent = 'Invoice 2026-0042';
    sample.style.color = `var(${text})`;
    sample.style.backgroundColor = `var(${background})`;
    return sample;
  }
}

customElements.define('token-table', TokenTable);
