import { ConsentLinks } from './consent-links.service.js';
import { GuardianConsentEntity } from './consent.entity.js';
import { ConsentRepository } from './consent.repository.js';
import { ConsentRounds } from './consent-rounds.service.js';
import { ConsentedPlaces } from './consented-places.js';
import { ConsentedPlans } from './consented-plans.js';
import { GuardianAddresses } from './guardian-address.service.js';
import { GuardianConsents } from './guardian-consents.service.js';

/** What the module of the context is made of, as far as it is about guardians' consents: doors, what stands behind them, rows. */
export const CONSENT = { doors: [GuardianConsents, GuardianAddresses, ConsentRounds, ConsentLinks], behind: [ConsentRepository, ConsentedPlans, ConsentedPlaces], rows: [GuardianConsentEntity] };
