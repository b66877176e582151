import { expect } from '@open-wc/testing';
import { ancestorsOf, childrenOf, isWithin, menuOf, pagesOf, parentOf, root } from '../../src/context/resource-tree.js';
import { resources } from '../../src/context/resources.js';

describe('The resource tree', () => {
  it('leads from every resource up to the root, over resources only', () => {
    for (const resource of resources) {
      const above = ancestorsOf(resource);
      expect(above.at(-1), resource).to.equal(resource === root ? undefined : root);
      for (const node of above) expect(resources, `${node} is above ${resource}`).to.include(node);
    }
  });

  it('has each resource but the root under exactly one other', () => {
    for (const resource of resources)
      expect(
        resources.filter((node) => childrenOf(node).includes(resource)),
        resource,
      ).to.deep.equal(resource === root ? [] : [parentOf(resource)]);
  });

  it('ends in pages: what has nothing under it, at or under a node', () => {
    expect(pagesOf('profile.view')).to.deep.equal(['profile.view']);
    expect(pagesOf('domains')).to.deep.equal(['domains.list', 'domains.lookup']);
    expect(pagesOf(root)).to.deep.equal(resources.filter((resource) => childrenOf(resource).length === 0));
  });

  it('takes names apart at their dots only', () => {
    expect(isWithin('contracts.traffic-by-ip', 'contracts.traffic')).to.equal(false);
    expect(isWithin('contracts.traffic', 'contracts')).to.equal(true);
    expect(isWithin('contracts', root)).to.equal(true);
    expect(isWithin(root, 'contracts')).to.equal(false);
    expect([menuOf('contracts.traffic'), menuOf('contracts'), menuOf(root)]).to.deep.equal(['contracts', 'contracts', undefined]);
  });
});
