/**
 * The only source of "now". Injected, so that rules, jobs and tests can be told what time it is.
 * Refuses nothing; answers an instant (UTC).
 */
export abstract class Clock {
  abstract now(): Date;
}

/**
 * The machine's clock, moved by a fixed distance when `YORIAI_NOW` names another starting instant
 * (development only, see Config): the day of an event can then be watched as it happens.
 */
export class SystemClock extends Clock {
  private readonly shiftMs: number;

  constructor(startAt?: Date) {
    super();
    this.shiftMs = startAt ? startAt.getTime() - Date.now() : 0;
  }

  now(): Date {
    return new Date(Date.now() + this.shiftMs);
  }
}
