import { getRetention, getRetentionPreview, type GetRetentionPreviewParams } from '@yoriai/api-client';
import { queryOptions } from '@tanstack/react-query';

/** For how long names are kept, and what was set. */
export const retentionQuery = queryOptions({ queryKey: ['retention'], queryFn: ({ signal }) => getRetention({ signal }) });

/** What other years would come to. */
export const retentionPreviewQuery = (of: GetRetentionPreviewParams) => queryOptions({ queryKey: ['retention', of.kind, of.years], queryFn: ({ signal }) => getRetentionPreview(of, { signal }) });
