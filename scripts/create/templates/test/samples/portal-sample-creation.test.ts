import { expect } from '@open-wc/testing';
import '../../src/define/portal-sample-creation.js';
import type { PortalSampleCreation } from '../../src/samples/portal-sample-creation.js';
import { sampleCreationScenes } from '../scenes/sample-creation.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, until } from '../support/mount.js';

keepsThePortalContract('portal-sample-creation', sampleCreationScenes);

describe('<portal-sample-creation>', () => {
  it('sends what was typed, and says so', async () => {
    const page = await mountReady<PortalSampleCreation>(sampleCreationScenes.default);
    for (const { name, type } of page.root.querySelectorAll<HTMLInputElement>('input[required]'))
      await page.fill(name, type === 'date' ? '2026-11-21' : type === 'number' ? '1' : 'typed');
    page.submit();
    await until(() => page.part('notice'));
    expect(page.requests.map(({ method }) => method)).to.deep.equal(['POST']);
  });
});
