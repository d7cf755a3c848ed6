import { postEventCheckIn, postEventCheckInUndo, newIdempotencyKey, type CheckInAnswer, type CheckInRequest, type ReceptionList } from '@yoriai/api-client';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { isPassing } from '../../app/queries.js';
import { receptionQuery } from '../events/queries.js';

/** One act at the door. The nonce makes it count once, however often it is sent. */
export interface DoorAct extends CheckInRequest {
  readonly undo: boolean;
  /** The list as it will look, shown at once. */
  readonly foresee: (list: ReceptionList) => ReceptionList;
}

/** An act with its nonce and the device's clock. */
export function doorAct(request: Omit<DoorAct, 'nonce' | 'deviceTime'>): DoorAct {
  return { ...request, nonce: newIdempotencyKey(), deviceTime: new Date().toISOString() };
}

/** Sends acts at the door, again and again while the connection is broken; a tap is shown at once and taken back when it is refused. */
export function useDoor(eventId: string): UseMutationResult<CheckInAnswer, Error, DoorAct, { before: ReceptionList | undefined }> {
  const client = useQueryClient();
  const { queryKey } = receptionQuery(eventId);
  return useMutation({
    mutationFn: ({ undo, foresee: _foresee, ...request }: DoorAct) => (undo ? postEventCheckInUndo(eventId, request) : postEventCheckIn(eventId, request)),
    retry: (failures, error) => failures < 5 && isPassing(error),
    retryDelay: (failures) => Math.min(8_000, 500 * 2 ** failures),
    onMutate: async ({ foresee }) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, foresee(before));
      return { before };
    },
    onError: (_error, _act, context) => {
      if (context?.before) client.setQueryData(queryKey, context.before);
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
