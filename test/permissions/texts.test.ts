import { expect } from '@open-wc/testing';
import { permissionSummary } from '../../src/contacts/texts/permission-summary.js';
import { resources } from '../../src/context/resources.js';
import { elements } from '../../src/elements.js';

const required = new Set<string | undefined>(Object.values(elements).map(({ permission }) => permission));

describe('Sentences about permissions', () => {
  for (const resource of resources.filter((each) => required.has(each)))
    it(`say what it is to see ${resource}, and not to`, () => {
      expect(Object.keys(permissionSummary.english)).to.include.members([`view-${resource}`, `without-${resource}`]);
    });

  it('are about resources only', () => {
    const about = Object.keys(permissionSummary.english).map((name) =>
      name.replace(/^(all|only-view|without|view|create|update|delete)-/, ''),
    );
    expect(about.filter((id) => !resources.some((resource) => resource === id))).to.deep.equal([]);
  });
});
