import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { World } from '../portal.test.js';
import { inPhase, noComplaints, signedIn } from '../support/person.js';

export function strictPage(world: World): void {
  describe('The sample site is strict', () => {
    it('forbids everything that is not its own, and no element minds', async () => {
      const { browser, portal } = world;
      const owner = await signedIn(browser, portal.url, 'owner@acme.example');
      const policy = (await owner.page.request.get('/invoices')).headers()['content-security-policy'] ?? '';
      for (const directive of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "require-trusted-types-for 'script'"]) {
        assert.ok(policy.includes(directive), directive);
      }
      for (const [path, tag] of [
        ['/invoices', 'portal-invoices'],
        ['/contracts', 'portal-contracts'],
        ['/contract?id=con_acme_rack', 'portal-contract'],
        ['/calls', 'portal-call-list'],
        ['/dns', 'portal-dns-zones'],
      ] as const) {
        await owner.open(path);
        await inPhase(owner.page, tag, 'ready');
      }
      noComplaints(owner);
      await owner.leave();
    });

    it('keeps the session where no script, address or storage can show it', async () => {
      const { browser, portal } = world;
      const owner = await signedIn(browser, portal.url, 'owner@acme.example');
      await owner.open('/invoices');
      await inPhase(owner.page, 'portal-invoices', 'ready');
      const [session] = await owner.context.cookies();
      assert.equal(session!.httpOnly, true);
      assert.equal(session!.sameSite, 'Lax');
      const seen = await owner.page.evaluate(() => [
        document.cookie,
        location.href,
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
        document.documentElement.outerHTML,
      ]);
      assert.equal(
        seen.some((each) => each.includes(session!.value)),
        false,
      );
      await owner.leave();
    });
  });
}
