/** Whether this machine has a Redis server of its own; some tests start one. */
export function hasRedis(): boolean;
/** Set where every test has to run: then a missing Redis is a failure and not a smaller round. */
export const REDIS_REQUIRED: boolean;
/** What is said where it is missing. */
export const WITHOUT_REDIS: string;
