import { expect } from '@open-wc/testing';
import '../../src/define/portal-sample-edit.js';
import type { PortalSampleEdit } from '../../src/samples/portal-sample-edit.js';
import { aSample } from '../mocks/samples.js';
import { sampleEditScenes } from '../scenes/sample-edit.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, until } from '../support/mount.js';
import { mergesThreeWays } from '../support/three-way.js';

keepsThePortalContract('portal-sample-edit', sampleEditScenes);

// if several
mergesThreeWays<PortalSampleEdit, ReturnType<typeof aSample>>('<portal-sample-edit>', {
  scene: sampleEditScenes.default,
  record: aSample(),
  path: '/samples/*',
  open: (page) => until(() => page.submitButton),
  mine: { name: 'sampleText', value: 'mine', sent: { sampleText: 'mine' } },
  clash: { change: { sampleText: 'theirs' }, value: 'theirs' },
  theirs: { change: { sampleName: 'also theirs' }, name: 'sampleName', value: 'also theirs' },
  save: 'Save',
});

// end
// if texts
describe('<portal-sample-edit>', () => {
  it('sends only what was changed, and says so', async () => {
    const page = await mountReady<PortalSampleEdit>(sampleEditScenes.default);
    await page.fill('sampleText', 'typed');
    page.submit();
    await until(() => page.part('notice'));
    expect(await page.bodies('PATCH')).to.deep.equal([{ sampleText: 'typed' }]);
    expect(page.sent('PATCH')[0]!.headers.get('If-Match')).to.equal(aSample().etag);
  });
});
// end
