import uPlot from 'uplot';
import type { ChartData } from './chart.js';

const day = 86_400;

/**
 * A chart drawn by uPlot into a figure that `chartView` has made, whose styles give its colours, its font and its size. It is a
 * slider over its points: arrow keys, a pointer and a finger move along them, and the values are shown and read out.
 */
export class Drawing {
  #plot?: uPlot;
  #index?: number;
  readonly #place: HTMLElement;
  readonly #gone = new AbortController();
  // In the next frame: browsers report an error of the page when what is observed changes its size at once.
  readonly #resizes = new ResizeObserver(() => requestAnimationFrame(() => this.#gone.signal.aborted || this.#fit()));

  constructor(
    private readonly figure: HTMLElement,
    private readonly data: ChartData,
    index?: number,
  ) {
    this.#place = figure.querySelector<HTMLElement>('.plot')!;
    this.#index = index === undefined ? undefined : Math.min(index, data.times.length - 1);
    this.#makeSlider();
    this.#resizes.observe(this.#place);
    this.#fit();
  }

  /** The point that is shown in words. */
  get index(): number | undefined {
    return this.#index;
  }

  destroy(): void {
    this.#resizes.disconnect();
    this.#gone.abort();
    this.#plot?.destroy();
    this.#show(undefined);
  }

  /** The chart with its title and its keys as a PNG, on the ground it stands on. */
  async picture(): Promise<Blob | undefined> {
    const plot = this.#plot;
    if (!plot) return undefined;
    const source = plot.ctx.canvas;
    const { color, fontSize, fontFamily, direction } = getComputedStyle(this.#place);
    const em = (parseFloat(fontSize) * source.width) / plot.width;
    const canvas = document.createElement('canvas');
    canvas.width = source.width + 2 * em;
    canvas.height = source.height + 5 * em;
    const context = canvas.getContext('2d')!;
    context.fillStyle = groundOf(this.figure);
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(source, em, 4 * em);
    const rightToLeft = direction === 'rtl';
    if (rightToLeft) context.translate(canvas.width, 0);
    const along = (offset: number) => (rightToLeft ? -offset : offset);
    context.direction = direction as CanvasDirection;
    const write = (text: string, x: number, y: number, weight: number) => {
      context.font = `${weight} ${em}px ${fontFamily}`;
      context.fillStyle = color;
      context.fillText(text, along(x), y);
      return context.measureText(text).width;
    };
    write(this.data.label, em, 1.75 * em, 600);
    let x = em;
    for (const key of this.figure.querySelectorAll<HTMLElement>('.key')) {
      drawKey(context, getComputedStyle(key.querySelector('.swatch')!), along(x + (rightToLeft ? em : 0)), em);
      x += 3 * em + write(key.querySelector('.name')!.textContent, x + 1.5 * em, 3.35 * em, 400);
    }
    return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined)));
  }

  #makeSlider(): void {
    const place = this.#place;
    const attributes = { role: 'slider', tabindex: '0', 'aria-label': this.data.label, 'aria-orientation': 'horizontal' };
    for (const [name, value] of Object.entries(attributes)) place.setAttribute(name, value);
    place.setAttribute('aria-valuemin', '1');
    place.setAttribute('aria-valuemax', String(this.data.times.length));
    const { signal } = this.#gone;
    const move = (event: PointerEvent) => {
      const plot = this.#plot;
      if (plot) this.#show(plot.posToIdx(event.clientX - plot.over.getBoundingClientRect().left));
    };
    place.addEventListener('keydown', (event) => this.#press(event), { signal });
    place.addEventListener('focus', () => this.#show(this.#index ?? this.#last), { signal });
    place.addEventListener('blur', () => this.#show(undefined), { signal });
    place.addEventListener('pointerdown', move, { signal });
    place.addEventListener('pointermove', move, { signal });
    place.addEventListener('pointerleave', () => place.matches(':focus') || this.#show(undefined), { signal });
    // Colours follow the page: a change of theme is seen as the end of a transition of what has the chart's colours.
    place.addEventListener('transitionend', () => this.#plot?.redraw(), { signal });
    this.#show(this.#index);
  }

  get #last(): number {
    return this.data.times.length - 1;
  }

  #press(event: KeyboardEvent): void {
    const forward = this.#plot?.scales['x']!.dir === -1 ? 'ArrowLeft' : 'ArrowRight';
    const far = Math.max(1, Math.round(this.data.times.length / 10));
    const now = this.#index ?? this.#last;
    const keys: Record<string, number> = {
      ArrowLeft: now - 1,
      ArrowRight: now - 1,
      [forward]: now + 1,
      ArrowDown: now - 1,
      ArrowUp: now + 1,
      PageDown: now - far,
      PageUp: now + far,
      Home: 0,
      End: this.#last,
    };
    const target = keys[event.key];
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#show(Math.max(0, Math.min(this.#last, target)));
  }

  /** Shows a point: its line, its values, its words. */
  #show(index: number | undefined): void {
    this.#index = index;
    const { times, series, format, time, describe } = this.data;
    const values = index === undefined ? [] : series.map((each) => format(each.values[index]));
    this.figure.querySelectorAll('.key .at').forEach((each, place) => (each.textContent = values[place] ?? ''));
    this.figure.querySelector('.when')!.textContent = index === undefined ? '' : time(times[index]!);
    const read = index ?? this.#last;
    this.#place.setAttribute('aria-valuenow', String(read + 1));
    this.#place.setAttribute('aria-valuetext', describe(read));
    if (!this.#plot || this.#gone.signal.aborted) return;
    const left = index === undefined ? -10 : this.#plot.valToPos(times[index]!, 'x');
    this.#plot.setCursor({ left, top: index === undefined ? -10 : 0 }, false);
  }

  /** Draws when there is room, again when there is more or less of it. */
  #fit(): void {
    const { clientWidth: width, clientHeight: height } = this.#place;
    if (!width || !height) return;
    if (!this.#plot) {
      const { times, series } = this.data;
      this.#plot = new uPlot(
        { width, height, ...optionsOf(this.figure, this.data) },
        [times, ...series.map(({ values }) => values)] as uPlot.AlignedData,
        this.#place,
      );
      if (this.#index !== undefined) queueMicrotask(() => this.#show(this.#index));
    } else if (this.#plot.width !== width || this.#plot.height !== height) this.#plot.setSize({ width, height });
  }
}

/** The figure listens itself, to fingers too. */
const none = () => null;
const unbound = { mousedown: none, mouseup: none, click: none, dblclick: none, mousemove: none, mouseleave: none, mouseenter: none };

/** The options with which a chart is drawn into its figure, whose styles give colours and font each time. */
function optionsOf(figure: HTMLElement, data: ChartData): Omit<uPlot.Options, 'width' | 'height'> {
  const { series, limit, timeZone } = data;
  const place = figure.querySelector<HTMLElement>('.plot')!;
  const { fontSize, direction } = getComputedStyle(place);
  const em = parseFloat(fontSize);
  const rightToLeft = direction === 'rtl';
  const swatch = (index: number) => getComputedStyle(figure.querySelectorAll('.swatch')[index]!);
  return {
    ...(timeZone && { tzDate: (seconds: number) => uPlot.tzDate(new Date(seconds * 1000), timeZone) }),
    padding: [em * 0.75, rightToLeft ? null : em * 1.75, null, rightToLeft ? em * 1.75 : null],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: em * 0.6 }, bind: unbound },
    scales: {
      x: { dir: rightToLeft ? -1 : 1 },
      y: { range: (_plot, _least, most) => [0, Math.max(most ?? 0, limit?.value ?? 0) * 1.05 || 1] },
    },
    series: [
      {},
      ...series.map((_, index) => ({
        stroke: () => swatch(index).color,
        ...(index === 0 && { fill: () => swatch(index).backgroundColor }),
        width: 1.5,
        points: { size: em * 0.4 },
      })),
    ],
    axes: axesOf(place, data),
    hooks: {
      draw: [
        (plot) => limit && drawAcross(plot, limit.value, swatch(series.length).color),
        // Paper is white.
        () => place.classList.toggle('pale', isPale(getComputedStyle(place).color)),
      ],
    },
  };
}

/** The axis of times below, and that of values at the side. */
function axesOf(place: HTMLElement, data: ChartData): uPlot.Axis[] {
  const style = () => getComputedStyle(place);
  const { fontSize, fontFamily, direction } = style();
  const em = parseFloat(fontSize);
  const text = { font: `${fontSize} ${fontFamily}`, stroke: () => style().color };
  const line = { stroke: () => style().borderBlockStartColor, width: 1 };
  const widest = (plot: uPlot, labels: string[] | null) => {
    plot.ctx.font = text.font;
    return Math.max(0, ...(labels ?? []).map((label) => plot.ctx.measureText(label).width)) + em;
  };
  return [
    {
      ...text,
      size: em * 2.25,
      gap: em * 0.4,
      space: em * 6,
      grid: { show: false },
      ticks: { ...line, size: em * 0.35 },
      border: { show: true, ...line },
      values: (_plot, splits, _axis, _space, step) => splits.map((seconds) => timeLabel(data, seconds, step)),
    },
    {
      ...text,
      side: direction === 'rtl' ? 1 : 3,
      size: widest,
      gap: em * 0.6,
      space: em * 3,
      grid: line,
      ticks: { show: false },
      values: (_plot, splits) => splits.map(data.format),
    },
  ];
}

/** Of an axis whose labels are `step` seconds apart: days, or hours with the day where it begins. */
function timeLabel({ language, timeZone }: ChartData, seconds: number, step: number): string {
  const write = (options: Intl.DateTimeFormatOptions) => formatter(language, timeZone, options).format(seconds * 1000);
  if (step >= 28 * day) return write({ month: 'short', year: 'numeric' });
  const midnight = formatter('en-u-nu-latn', timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (step >= day || midnight.format(seconds * 1000) === '00:00') return write({ day: 'numeric', month: 'short' });
  return write({ hour: 'numeric', minute: '2-digit' });
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${Object.keys(options).join()}`;
  let format = formatters.get(key);
  if (!format) formatters.set(key, (format = new Intl.DateTimeFormat(language, { ...options, timeZone })));
  return format;
}

function drawAcross(plot: uPlot, value: number, colour: string): void {
  const { ctx, bbox } = plot;
  const y = Math.round(plot.valToPos(value, 'y', true));
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5 * uPlot.pxRatio;
  ctx.setLineDash([6 * uPlot.pxRatio, 4 * uPlot.pxRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** Tells whether a colour, as computed styles give it, is meant for a dark ground. */
function isPale(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  return red + green + blue > (colour.startsWith('rgb') ? 384 : 1.5);
}

/** A key as it is in the page: a line, dashed or not, above the colour of its area. */
function drawKey(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, x: number, em: number): void {
  const { color, backgroundColor, borderBlockStartStyle } = style;
  const y = 3 * em;
  context.fillStyle = backgroundColor;
  context.fillRect(x, y, em, 0.4 * em);
  context.strokeStyle = color;
  context.lineWidth = em / 8;
  context.setLineDash(borderBlockStartStyle === 'dashed' ? [0.4 * em, 0.2 * em] : []);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + em, y);
  context.stroke();
}

/** The colour of what an element stands on, through shadow roots; white where nothing says. */
function groundOf(element: Element): string {
  for (let each: Element | null = element; each;) {
    const { backgroundColor } = getComputedStyle(each);
    if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
    const root: Node = each.getRootNode();
    each = each.assignedSlot ?? each.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return getComputedStyle(element.querySelector('.plot')!, '::after').backgroundColor;
}
