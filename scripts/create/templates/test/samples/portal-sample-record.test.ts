import { expect } from '@open-wc/testing';
import '../../src/define/portal-sample-record.js';
import type { PortalSampleRecord } from '../../src/samples/portal-sample-record.js';
import { aSample } from '../mocks/samples.js';
import { sampleRecordScenes } from '../scenes/sample-record.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady } from '../support/mount.js';

keepsThePortalContract('portal-sample-record', sampleRecordScenes);

describe('<portal-sample-record>', () => {
  it('shows the record', async () => {
    const page = await mountReady<PortalSampleRecord>(sampleRecordScenes.default);
    expect(page.heading).to.equal(aSample().sampleName);
  });
});
