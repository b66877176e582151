import type { LitElement, ReactiveController } from 'lit';
import type * as saveAnswer from '../../core/forms/save-answer.js';
import { Lazy, lazy } from '../../core/lazy.js';
import { yieldToMain } from '../../core/loading/schedule.js';
import type { Drawing } from './chart-drawing.js';

/** The data of a chart: series over time. */
export interface ChartData {
  /** The chart's label, for people who cannot see it, and above its picture. */
  label: string;
  /** Beginning of the step of each point, in Unix seconds, ascending. */
  times: readonly number[];
  /** A value a point, null where none is known. The first series is drawn as an area, the others as lines. */
  series: readonly { label: string; values: readonly (number | null)[] }[];
  /** A dashed line across. */
  limit?: { label: string; value: number };
  /** A value with its unit. */
  format: (value: number | null | undefined) => string;
  /** The time of a point. */
  time: (seconds: number) => string;
  /** A point with its time and its values, to be read out. */
  describe: (index: number) => string;
  language: string;
  /** IANA time zone of the axis. */
  timeZone?: string;
  /** Name of the file of its picture, without an ending. */
  fileName: string;
}

type Drawings = () => Promise<{ Drawing: typeof Drawing }>;

const drawings: Drawings = lazy(() => import('./chart-drawing.js'));

/**
 * One chart of an element: draws its data, which are new only when they are another object, where `chartView` places it. The
 * drawing library is loaded when a chart is first shown; where it cannot be had the table takes the chart's place.
 */
export class Chart implements ReactiveController {
  /** The table has been asked for. */
  #asTable = false;
  #failed = false;
  #fine = false;
  #page = 0;
  #figure?: HTMLElement;
  #data?: ChartData;
  #drawnData?: ChartData;
  #Drawing?: typeof Drawing;
  #drawing?: Drawing;
  #loading = false;
  /** Saves the picture. */
  readonly saving: Lazy<typeof saveAnswer>;

  constructor(
    private readonly host: LitElement,
    private readonly loadDrawings: Drawings = drawings,
  ) {
    this.saving = new Lazy(host, () => import('../../core/forms/save-answer.js'));
    host.addController(this);
  }

  get asTable(): boolean {
    return this.#asTable || this.#failed;
  }

  /** The library could not be loaded. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The page of the table, counted from 0. */
  get page(): number {
    return this.#page;
  }

  show(data: ChartData): void {
    if (this.#data && data !== this.#data) this.#page = 0;
    this.#data = data;
  }

  readonly toggle = (): void => {
    this.#asTable = !this.asTable;
    this.#failed = false;
    this.host.requestUpdate();
  };

  /** A row of the table stands for as little time as can be. */
  get fine(): boolean {
    return this.#fine;
  }

  setFine(fine: boolean): void {
    this.#fine = fine;
    this.turnTo(0);
  }

  turnTo(page: number): void {
    this.#page = page;
    this.host.requestUpdate();
  }

  /** Saves the picture as a PNG file. */
  readonly save = async (): Promise<void> => {
    const picture = await this.#drawing?.picture();
    if (picture) this.saving.use(({ saveFile }) => saveFile(picture, `${this.#data!.fileName}.png`));
  };

  /** For `ref`: where the chart is drawn. */
  readonly place = (figure: Element | undefined): void => {
    this.#figure = figure as HTMLElement | undefined;
    if (!figure) this.#leave();
  };

  hostUpdated(): void {
    if (!this.#figure || !this.#data) return;
    if (!this.#Drawing) void this.#load();
    else if (this.#drawnData !== this.#data) {
      const index = this.#drawing?.index;
      this.#leave();
      this.#drawnData = this.#data;
      this.#drawing = new this.#Drawing(this.#figure, this.#data, index);
    }
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    this.#drawing?.destroy();
    this.#drawing = this.#drawnData = undefined;
  }

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      const module = await this.loadDrawings();
      await yieldToMain();
      // Here and not later: what WebKit hands over of a module that has failed before cannot be read.
      this.#Drawing = module.Drawing;
    } catch {
      this.#failed = true;
    }
    this.#loading = false;
    this.host.requestUpdate();
  }
}
