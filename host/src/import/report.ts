import { SingleBar } from 'cli-progress';
import type { ImportProgress, ImportResult } from './types.js';

const step = 10_000;

/** Tells a person at a terminal, or a log, how the import of several files goes. Problems go to standard error. */
export class ImportReport {
  private readonly total = { imported: 0, unchanged: 0, skipped: 0 };
  private files = 0;
  private unread = 0;
  private told = 0;
  private bar: SingleBar | undefined;

  /** Nothing was skipped, and every file could be read. */
  get isClean(): boolean {
    return this.total.skipped === 0 && this.unread === 0;
  }

  begin(): void {
    this.files += 1;
    this.told = 0;
  }

  /** The file can be opened and has so many bytes. */
  opened(file: string, bytes: number): void {
    if (!process.stderr.isTTY) return;
    this.bar = new SingleBar({
      format: `${file.replace(/[{}]/g, '')} {bar} {percentage} % · {imported} imported`,
      clearOnComplete: true,
      hideCursor: true,
    });
    this.bar.start(Math.max(1, bytes), 0, { imported: 0 });
  }

  progress(file: string, bytes: number, progress: ImportProgress): void {
    this.bar?.update(bytes, { imported: progress.imported });
    const records = progress.imported + progress.unchanged + progress.skipped;
    if (this.bar || records < this.told + step) return;
    this.told = records;
    console.log(`${file}: ${counts(progress)} so far`);
  }

  end(file: string, { imported, unchanged, skipped }: ImportResult): void {
    this.stopBar();
    for (const { line, reason } of skipped) console.error(`${file}:${line}: ${reason}`);
    console.log(`${file}: ${counts({ imported, unchanged, skipped: skipped.length })}`);
    this.total.imported += imported;
    this.total.unchanged += unchanged;
    this.total.skipped += skipped.length;
  }

  fail(file: string, reason: string): void {
    this.stopBar();
    this.unread += 1;
    console.error(`${file}: ${reason}`);
  }

  /** The sums over all files, where there were several. */
  finish(): void {
    if (this.files < 2) return;
    const unread = this.unread === 0 ? '' : `, ${this.unread} ${this.unread === 1 ? 'file' : 'files'} not read`;
    console.log(`Total: ${counts(this.total)}${unread}`);
  }

  private stopBar(): void {
    this.bar?.stop();
    this.bar = undefined;
  }
}

const counts = ({ imported, unchanged, skipped }: ImportProgress) => `${imported} imported, ${unchanged} unchanged, ${skipped} skipped`;
