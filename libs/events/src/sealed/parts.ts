import { Resealing } from './resealing.service.js';
import { SealedBookings } from './sealed-bookings.js';

/** What sealing adds to the module. */
export const SEALING = { doors: [Resealing], behind: [SealedBookings] };
