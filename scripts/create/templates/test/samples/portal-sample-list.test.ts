import { expect } from '@open-wc/testing';
import '../../src/define/portal-sample-list.js';
import type { PortalSampleList } from '../../src/samples/portal-sample-list.js';
import { aSample } from '../mocks/samples.js';
import { sampleListScenes } from '../scenes/sample-list.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady } from '../support/mount.js';

keepsThePortalContract('portal-sample-list', sampleListScenes);

describe('<portal-sample-list>', () => {
  it('shows what the server lists', async () => {
    const { rows } = await mountReady<PortalSampleList>(sampleListScenes.default);
    expect(rows.length).to.equal(1);
    expect(rows[0]).to.contain(aSample().sampleName);
  });
});
