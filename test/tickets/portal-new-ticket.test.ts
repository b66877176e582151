import { expect } from '@open-wc/testing';
import '../../src/define/portal-new-ticket.js';
import type { PortalNewTicket } from '../../src/tickets/portal-new-ticket.js';
import { newTicketScenes } from '../scenes/new-ticket.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, until } from '../support/mount.js';

keepsThePortalContract('portal-new-ticket', newTicketScenes);

describe('<portal-new-ticket>', () => {
  it('sends what was typed, and says so', async () => {
    const { element, requests } = await mountReady<PortalNewTicket>(newTicketScenes.default);
    const form = element.shadowRoot!.querySelector('form')!;
    for (const field of form.querySelectorAll<HTMLInputElement>('input[required]')) {
      field.value = field.type === 'date' ? '2026-11-21' : field.type === 'number' ? '1' : 'typed';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    form.querySelector<HTMLButtonElement>('button[type="submit"]')!.click();
    await until(() => element.shadowRoot!.querySelector('[part="notice"]'));
    expect(requests.map(({ method }) => method)).to.deep.equal(['POST']);
  });
});
