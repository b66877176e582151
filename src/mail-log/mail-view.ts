import { html, nothing, type TemplateResult } from 'lit';
import type { SharedLocalize } from '../core/localize-controller.js';
import { formatBytes } from '../i18n/units.js';
import { facts } from '../ui/detail-view.js';
import { linkAddress } from '../ui/link-address.js';
import { isHeldUp, kindText, stateBadge, type Mail, type MailStep } from './mail.js';
import { mailDialog } from './texts/mail-dialog.js';
import { mailLog } from './texts/mail-log.js';

/** From whom to whom, when, about what, and how it stands. */
export function factsView(mail: Mail, i18n: SharedLocalize, invoiceHref: string | undefined): TemplateResult {
  const t = i18n.in(mailDialog);
  const list = i18n.in(mailLog);
  const { from, to, at, kind, kindLabel, isCopy, reason } = mail;
  const held = reason && isHeldUp(mail);
  return html`${
    held
      ? html`<div class="notice ${mail.state === 'deferred' ? 'warning' : 'danger'}">
          <p>${t(`held-${mail.state as 'deferred' | 'bounced' | 'failed'}`)} <bdi .textContent=${reason}></bdi></p>
        </div>`
      : nothing
  }
  ${facts([
    [list('state'), stateBadge(mail, i18n)],
    [list('time'), i18n.instant(at, 'medium')],
    [list('to'), html`<bdi>${to.name}</bdi> <small class="muted"><bdi>${to.address}</bdi></small>`],
    [t('from'), html`<bdi>${from}</bdi>`],
    [list('kind'), [kindText(i18n, kind, kindLabel), isCopy ? list('copy') : ''].filter(Boolean).join(' · ')],
    [t('about'), about(mail, invoiceHref)],
  ])}`;
}

/** The thing by its name: a link where the page has a place for it and the server says that the person may go there. */
function about({ object }: Mail, invoiceHref: string | undefined): TemplateResult | undefined {
  if (!object) return undefined;
  const { type, typeLabel, id, label, linked } = object;
  const href = linked && type === 'invoice' ? linkAddress(invoiceHref, id) : undefined;
  return href ? html`<a class="link" href=${href}><bdi>${label || typeLabel}</bdi></a>` : html`<bdi>${label || typeLabel}</bdi>`;
}

/** The files that went with it; they are in the file for mail programs. */
export function attachmentsView({ attachments }: Mail, i18n: SharedLocalize): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  return html`<h3>${i18n.in(mailDialog)('attachments')}</h3>
    <ul class="files">
      ${attachments.map(
        ({ name, size }) => html`<li><bdi>${name}</bdi> <small class="muted">${formatBytes(i18n.language, size) ?? ''}</small></li>`,
      )}
    </ul>`;
}

/** What became of it, step by step. */
export function stepsView({ steps }: Mail, i18n: SharedLocalize): TemplateResult {
  return html`<h3>${i18n.in(mailDialog)('steps')}</h3>
    <ol class="steps" part="steps">
      ${steps.map((step) => stepView(step, i18n))}
    </ol>`;
}

function stepView(step: MailStep, i18n: SharedLocalize): TemplateResult {
  const { at, reason, server } = step;
  return html`<li>
    ${stateBadge(step, i18n)} ${i18n.instant(at, 'medium')}
    ${reason ? html`<small class="muted"><bdi .textContent=${reason}></bdi></small>` : nothing}
    ${server ? html`<small class="muted"><bdi .textContent=${server}></bdi></small>` : nothing}
  </li>`;
}
