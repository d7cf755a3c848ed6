import { getAdminOfficers, getOrganisationOfficers } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** The officers of one organisation with their terms, and who is invited. */
export const officersQuery = (organisationId: string) =>
  queryOptions({ queryKey: ['officers', organisationId], queryFn: ({ signal }) => getOrganisationOfficers(organisationId, { signal }) });

/** The officers of every organisation. */
export const wardOfficersQuery = queryOptions({ queryKey: ['officers', 'ward'], queryFn: ({ signal }) => getAdminOfficers({ signal }) });
