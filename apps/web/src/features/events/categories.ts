/** Kinds of gatherings, the usual ones first. A file of its own: the address of the desk is read before any screen comes. */
export const CATEGORIES = ['festival', 'concert', 'market', 'sports', 'class', 'cleaning', 'meal', 'drill', 'patrol', 'meeting', 'other'] as const;
