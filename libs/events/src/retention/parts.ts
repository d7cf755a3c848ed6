import { ApplicantNames } from './applicant-names.service.js';
import { RetentionRepository } from './retention.repository.js';

/** What the module of the context is made of, as far as it is about the end of names. */
export const RETENTION = { doors: [ApplicantNames], behind: [RetentionRepository] };
