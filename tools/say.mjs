import { PlainError } from './postgres-place.mjs';

/** Runs work; an error that a person can act on is shown as its sentence, any other with its stack. Both exit with 1. */
export async function plainly(work) {
  try {
    await work();
  } catch (error) {
    console.error(`\n${error instanceof PlainError ? error.message : error.stack}`);
    process.exitCode = 1;
  }
}

/** Prints numbered steps with the time each took: "2/6 組み立てています… Building  1.4 s". */
export class Steps {
  #number = 0;

  constructor(total, write = (text) => process.stdout.write(text)) {
    this.total = total;
    this.write = write;
  }

  /** `talks`: the work says things of its own, so that its time comes on a line of its own. */
  async step(japanese, english, work, { talks = false } = {}) {
    this.#number += 1;
    this.write(`${this.#number}/${this.total} ${japanese}… ${english}${talks ? '\n' : ''}`);
    const before = Date.now();
    let note;
    try {
      note = await work();
    } catch (error) {
      this.write(`${talks ? `${this.#number}/${this.total}` : ''}  ✗\n`);
      throw error;
    }
    this.write(`${talks ? `${this.#number}/${this.total}` : ''}  ${((Date.now() - before) / 1000).toFixed(1)} s${note ? `\n     ${note}` : ''}\n`);
  }
}
