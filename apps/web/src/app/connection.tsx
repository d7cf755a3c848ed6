import { OfflineLine } from '@yoriai/ui';
import { onlineManager, useMutationState } from '@tanstack/react-query';
import { useSyncExternalStore, type ReactElement } from 'react';
import { t } from '../i18n.js';
import { countDrafts, subscribeDrafts } from './drafts.js';

/** Stands at the top while there is no connection, with the number of texts that are kept on this device. */
export function NoConnection(): ReactElement | null {
  const online = useSyncExternalStore(
    (listen) => onlineManager.subscribe(listen),
    () => onlineManager.isOnline(),
  );
  const drafts = useSyncExternalStore(subscribeDrafts, countDrafts);
  const paused = useMutationState({ filters: { status: 'pending' }, select: (mutation) => mutation.state.isPaused }).filter(Boolean).length;
  return online ? null : <OfflineLine t={t} unsent={drafts} waiting={paused} sticky />;
}
