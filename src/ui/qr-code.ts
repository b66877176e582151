import { nothing, svg, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** The cross that a Swiss QR code has in its middle, 7 of 46 mm wide with its white edge (Swiss Implementation Guidelines QR-bill). */
const swissCross = (size: number): TemplateResult => {
  const unit = (size - 2 * border) / 46;
  return svg`<g transform="translate(${size / 2} ${size / 2}) scale(${unit})" shape-rendering="geometricPrecision">
    <path d="M-3.5-3.5h7v7h-7z" fill="#fff"></path>
    <path d="M-3-3h6v6h-6z" fill="#000"></path>
    <path d="M-.585-1.945h1.17v1.36h1.36v1.17h-1.36v1.36h-1.17v-1.36h-1.36v-1.17h1.36z" fill="#fff"></path>
  </g>`;
};

/** Of light modules around the code. */
const border = 4;

/**
 * A QR code (ISO/IEC 18004), drawn here: what it says goes nowhere. Dark on light on every page, so that cameras read it.
 * @param mark The cross in the middle of a Swiss QR code for payments.
 */
export function qrCode(text: string, label: string, mark?: 'swiss-cross'): TemplateResult {
  const { size, data } = encode(text, { ecc: 'M', border });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return svg`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff"></rect>
    <path d=${path} fill="#000"></path>
    ${mark ? swissCross(size) : nothing}
  </svg>`;
}
