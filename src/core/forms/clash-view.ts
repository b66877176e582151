import { html, type TemplateResult } from 'lit';
import { forms } from '../../i18n/texts/forms.js';
import type { SharedLocalize } from '../localize-controller.js';

const isDay = (value: unknown): value is string => /^\d{4}-\d\d-\d\d$/.test(String(value));

/** Renders the two values of a field that two people have changed, to choose from. */
export function clashView(
  theirs: string | boolean | readonly string[],
  i18n: SharedLocalize,
  { take, keep }: { take: () => void; keep: () => void },
): TemplateResult {
  const t = i18n.in(forms);
  const text = theirs === true ? t('yes') : theirs === false ? t('no') : isDay(theirs) ? i18n.day(theirs) : String(theirs);
  return html`<div class="notice warning" part="clash" role="alert">
    <p>${t('changedMeanwhile', text)}</p>
    <button type="button" @click=${take}>${t('takeTheirs')}</button>
    <button type="button" @click=${keep}>${t('keepMine')}</button>
  </div>`;
}
