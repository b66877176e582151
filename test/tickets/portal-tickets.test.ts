import { expect } from '@open-wc/testing';
import '../../src/define/portal-tickets.js';
import type { PortalTickets } from '../../src/tickets/portal-tickets.js';
import { aTicketSummary } from '../mocks/tickets.js';
import { ticketsScenes } from '../scenes/tickets.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text } from '../support/mount.js';

keepsThePortalContract('portal-tickets', ticketsScenes);

describe('<portal-tickets>', () => {
  it('shows what the server lists', async () => {
    const { element } = await mountReady<PortalTickets>(ticketsScenes.default);
    const rows = element.shadowRoot!.querySelectorAll('tbody tr');
    expect(rows.length).to.equal(1);
    expect(text(rows[0])).to.contain(aTicketSummary().number);
  });
});
