import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { OrderLocalize } from './order-sections.js';

type Order = components['schemas']['Order'];
type Step = components['schemas']['OrderStep'];
type Request = components['schemas']['OrderRequest'];

/** What the order waits for; who may not do it is told who may. */
export function waitingNotice(
  { requests, allowedActions }: Order,
  { t }: OrderLocalize,
  can: (action: 'create' | 'update') => boolean,
): TemplateResult | typeof nothing {
  const open = requests.filter(({ answer }) => !answer).length;
  const notice = (text: string) => html`<p class="notice warning" part="notice">${text}</p>`;
  if (allowedActions.includes('answer') && open > 0) return notice(can('update') ? t('waiting', open) : t('waitingOthers'));
  return allowedActions.includes('submit') ? notice(t(can('create') ? 'incomplete' : 'incompleteOthers')) : nothing;
}

/** The way of an order: its steps with what the company says of them, and beneath each what it asks. */
export function stepList(order: Order, i18n: OrderLocalize, request: (request: Request) => unknown): TemplateResult | typeof nothing {
  const { t } = i18n;
  if (order.steps.length === 0) return nothing;
  return html`<h3 id="steps">${t('steps')}</h3>
    <ol class="steps" part="steps" aria-labelledby="steps">
      ${order.steps.map((step) => {
        const asked = order.requests.filter(({ stepId }) => stepId === step.id);
        return html`<li class=${step.state} part="step" aria-current=${step.state === 'current' ? 'step' : 'false'}>
          <div>
            <strong><bdi>${step.name}</bdi></strong> <small class="muted">${stepState(step, i18n)}</small>
          </div>
          ${step.note ? html`<p><bdi>${step.note}</bdi></p>` : nothing} ${asked.map(request)}
        </li>`;
      })}
    </ol>`;
}

function stepState(step: Step, i18n: OrderLocalize): string {
  const { t, instant } = i18n;
  const word = i18n.label(`step-${step.state}`, step.stateLabel || step.state);
  if (step.state === 'done' && step.doneAt) return t('doneAt', instant(step.doneAt));
  return step.state === 'current' && step.startedAt ? `${word} ${t('since', instant(step.startedAt))}` : word;
}

/** What a step has asked, and what was answered. */
export function answeredRequest({ kind, text, answer }: Request, i18n: OrderLocalize, save: (file: string) => void): TemplateResult {
  const { t, instant } = i18n;
  return html`<small class="muted">${t(kind === 'document' ? 'document' : 'question')}</small>
    <p class="asked"><bdi>${text}</bdi></p>
    ${
      answer
        ? html`${answer.text ? html`<p class="words"><bdi>${answer.text}</bdi></p>` : nothing}
            ${
              answer.files?.length
                ? html`<p class="actions">
                    ${answer.files.map(
                      ({ id, name }) =>
                        html`<button type="button" class="link" aria-label=${t('download', name)} @click=${() => save(id)}>
                          <span aria-hidden="true">↓</span> <bdi>${name}</bdi>
                        </button>`,
                    )}
                  </p>`
                : nothing
            } <small class="muted">${t('answered', answer.answeredBy, instant(answer.answeredAt))}</small>`
        : nothing
    }`;
}
