import type { LitElement } from 'lit';
import { leaves, type Page } from './page.js';
import { until } from './until.js';

/** The browser asks before the page is left while something is typed, or a file is chosen, and does not once it has been taken out again. */
export async function asksWhileUnsent(page: Page<LitElement>, { field, files }: { field: string; files: string }): Promise<void> {
  await page.fill(field, 'Where is it?');
  await until(() => !leaves());
  await page.fill(field, '');
  await until(leaves);
  await page.chooseFiles(files, new File(['%PDF-1.7'], 'Log.pdf', { type: 'application/pdf' }));
  await until(() => !leaves());
  await page.press('Remove Log.pdf');
  await until(leaves);
}
