import { addDays, type Day } from '../time/day.ts';

/** How many reviews are due on each day, so that no day gets more of them than it must. */
export class DueCalendar {
  readonly #count = new Map<Day, number>();

  add(day: Day): void {
    this.#count.set(day, (this.#count.get(day) ?? 0) + 1);
  }

  remove(day: Day): void {
    this.#count.set(day, (this.#count.get(day) ?? 0) - 1);
  }

  /** The emptiest day from `first` to `last`; among equals the one nearest to `wanted`, then the earlier. */
  emptiest(first: Day, last: Day, wanted: Day): Day {
    let best = { day: wanted, count: Number.POSITIVE_INFINITY, off: 0 };
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const [count, off] = [this.#count.get(day) ?? 0, Math.abs(day - wanted)];
      if (count < best.count || (count === best.count && off < best.off))
        best = { day, count, off };
    }
    return best.day;
  }
}
