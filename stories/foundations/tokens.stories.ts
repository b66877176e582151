import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './token-table.js';

export default { title: 'Foundations/Tokens' } satisfies Meta;

const table = (theme?: 'dark') => ({
  parameters: { scene: { markup: html``, handlers: [], dark: theme === 'dark' } },
  render: () => html`<token-table></token-table>`,
  /** No pair may fall under what WCAG 2.2 AA asks of text. */
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const shown = canvasElement.querySelector('token-table')!;
    await (shown as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
    const failing = [...shown.shadowRoot!.querySelectorAll('tbody tr')].filter((row) => row.textContent.includes('FAILS'));
    if (failing.length > 0) throw new Error(failing.map((row) => row.textContent.replace(/\s+/g, ' ')).join('\n'));
  },
});

export const Light: StoryObj = table();
export const Dark: StoryObj = table('dark');
