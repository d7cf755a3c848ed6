/** Starts all callers at the same moment and collects what became of each. */
export async function race<T>(count: number, caller: (index: number) => Promise<T>): Promise<{ values: T[]; errors: unknown[] }> {
  let start = (): void => undefined;
  const gun = new Promise<void>((resolve) => {
    start = resolve;
  });
  const running = Array.from({ length: count }, async (_, index) => {
    await gun;
    return caller(index);
  });
  start();
  const settled = await Promise.allSettled(running);
  return {
    values: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    errors: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])),
  };
}
