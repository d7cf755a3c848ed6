/**
 * From which heat index (WBGT) on an event is not to be held: 28 厳重警戒, 31 危険 (activity in principle stopped),
 * 33 熱中症警戒アラート (ministry of the environment). Its leader is asked; a person decides.
 */
export const HEAT_LIMITS = [28, 31, 33] as const;
export type HeatLimit = (typeof HEAT_LIMITS)[number];
