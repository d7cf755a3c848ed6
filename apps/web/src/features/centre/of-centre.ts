import type { MeAnswer } from '@yoriai/api-client';

/** Whether I help with drafts as a community centre (まちづくりセンター). */
export const isOfCentre = ({ terms }: Pick<MeAnswer, 'terms'>): boolean => terms.some(({ role }) => role === 'center');
