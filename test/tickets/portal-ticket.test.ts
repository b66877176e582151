import { expect } from '@open-wc/testing';
import '../../src/define/portal-ticket.js';
import type { PortalTicket } from '../../src/tickets/portal-ticket.js';
import { aTicket } from '../mocks/tickets.js';
import { ticketScenes } from '../scenes/ticket.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text } from '../support/mount.js';

keepsThePortalContract('portal-ticket', ticketScenes);

describe('<portal-ticket>', () => {
  it('shows the record', async () => {
    const { element } = await mountReady<PortalTicket>(ticketScenes.default);
    expect(text(element.shadowRoot!.querySelector('h2'))).to.equal(aTicket().number);
  });
});
