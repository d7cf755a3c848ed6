import { newIdempotencyKey } from '@yoriai/api-client';

/** A name for good of something that the ward adds to a list of its own; nobody reads it but in an address. Each call is another. */
export const ownCode = (): string => `own-${newIdempotencyKey().slice(0, 8)}`;
