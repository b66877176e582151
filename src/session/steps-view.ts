import { css, html, type TemplateResult } from 'lit';

/** The steps of a way, and where the person is. */
export function stepList(label: string, names: readonly string[], current: number): TemplateResult {
  return html`<ol class="steps" part="steps" aria-label=${label}>
    ${names.map(
      (name, index) =>
        html`<li class=${index < current ? 'past' : ''} aria-current=${index === current ? 'step' : 'false'}><span>${name}</span></li>`,
    )}
  </ol>`;
}

export const stepStyles = css`
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .steps li {
    flex: 1;
    min-inline-size: min-content;
    padding-block-start: 0.35em;
    border-block-start: 0.25em solid var(--_line);
    overflow-wrap: break-word;
  }
  .steps :is(.past, [aria-current='step']) {
    border-color: var(--_accent);
  }
  .steps [aria-current='step'] {
    color: var(--_on-surface);
    font-weight: 600;
  }
`;
