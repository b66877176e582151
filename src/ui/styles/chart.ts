import { css } from 'lit';

/**
 * A chart and what uPlot makes in it. Its colours are those of its keys: line by `color`, area by `background-color`.
 */
export const chartStyles = css`
  .chart {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  .chart-bar,
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1.25em;
  }
  .chart-bar h3 {
    margin: 0;
  }
  .chart-bar .actions {
    margin-inline-start: auto;
  }
  figure {
    margin: 0;
  }
  figcaption {
    align-items: baseline;
    min-block-size: 1.45em;
    margin-block-end: 0.5em;
    font-size: 0.875em;
  }
  .key b {
    display: inline-block;
    min-inline-size: 6.5em;
    font-weight: 600;
  }
  /* Keeps the line while there is no value. */
  .at::before {
    content: '\\200b';
  }
  .when {
    margin-inline-start: auto;
    min-block-size: 1.45em;
  }
  .swatch {
    display: inline-block;
    inline-size: 1.25em;
    block-size: 0.7em;
    margin-inline-end: 0.5em;
    border-block-start: 2px solid;
    vertical-align: -0.05em;
    forced-color-adjust: none;
    color: var(--_accent);
    background: color-mix(in srgb, currentColor 25%, transparent);
  }
  .key + .key .swatch {
    block-size: 0;
    vertical-align: 0.25em;
    color: var(--_on-surface);
    background: none;
  }
  .key .swatch.limit {
    border-block-start-style: dashed;
    color: var(--_on-warning);
  }
  .plot {
    position: relative;
    block-size: 20em;
    overflow: hidden;
    border: 0 solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    font-size: 0.8125em;
    color: var(--_muted);
    touch-action: pan-y;
  }
  /* Has the chart's colours in transition for a moment when they change, which is how the change is noticed. */
  .plot::after {
    content: '';
    position: absolute;
    visibility: hidden;
    color: var(--_accent);
    border-color: var(--_muted);
    background-color: var(--_surface);
    transition:
      color 1ms,
      border-color 1ms,
      background-color 1ms;
  }
  .u-wrap {
    position: relative;
    user-select: none;
  }
  .u-over,
  .u-under,
  .u-axis {
    position: absolute;
  }
  .u-under {
    overflow: hidden;
  }
  .plot canvas {
    display: block;
    position: relative;
    inline-size: 100%;
    block-size: 100%;
  }
  .u-cursor-x,
  .u-cursor-pt {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    pointer-events: none;
  }
  .u-cursor-x {
    block-size: 100%;
    border-inline-start: 1px solid var(--_muted);
  }
  .u-cursor-pt {
    border: 0 solid;
    border-radius: 50%;
    background-clip: padding-box !important;
  }
  .u-select,
  .u-cursor-y,
  .plot .u-off {
    display: none;
  }
  @media (forced-colors: active) {
    .swatch {
      color: LinkText;
    }
    .key + .key .swatch {
      color: CanvasText;
    }
  }
  @container (max-width: 44em) {
    .plot {
      block-size: 15em;
    }
    .when {
      flex-basis: 100%;
      margin: 0;
    }
    .chart-bar .actions {
      margin-inline: 0 auto;
    }
  }
`;
