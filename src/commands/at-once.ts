/** How many exercises run at the same time: each takes a processor and some memory. */
const mostAtOnce = 2;

/** Works through the items, some of them at the same time, and begins them in their order. */
export async function eachAtOnce<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: mostAtOnce }, worker));
}
