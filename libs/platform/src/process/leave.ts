/** A process that was told to stop is gone after this, whatever it still waits for (milliseconds). */
export const LEAVE_WITHIN_MS = 15_000;

/**
 * Ends the process 15 s after SIGTERM or SIGINT if it has not ended by itself: somebody it waits for may never
 * answer. Nothing is lost by that, since what was not finished is a row that the next process finds.
 */
export function leaveInTime(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => {
        console.error(`${process.pid}: not done ${LEAVE_WITHIN_MS / 1_000} s after ${signal}; leaving.`);
        process.exit(1);
      }, LEAVE_WITHIN_MS).unref();
    });
  }
}
