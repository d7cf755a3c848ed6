import type { EventDetail, UpdateEventRequest } from '@yoriai/api-client';
import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { isPassing } from '../../app/queries.js';
import { useSession } from '../../app/session.js';
import { Autosave, type SaveState } from './autosave.js';
import { mergingEdit, type PageDraft } from './merge.js';
import { eventQuery } from './queries.js';
import type { QuestionStep } from './steps.js';
import { asWritten } from './writing.js';

/** A pause in typing after which a page saves itself. */
const PAUSE_MS = 1_200;
/** A server that is away is asked again after this long. */
const AGAIN_MS = 20_000;

interface LineListener {
  readonly onState: (state: SaveState) => void;
  readonly onSaved: (saved: EventDetail) => void;
}

/** The way to the server, with its pause after typing. */
export function useLine(event: EventDetail, step: QuestionStep, first: PageDraft, listener: LineListener) {
  const client = useQueryClient();
  const { clockOffset } = useSession();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [edit] = useState(() => mergingEdit(event, step, first.ground.fields));
  const [autosave] = useState(() => {
    const now = (): Date => new Date(Date.now() + clockOffset);
    return new Autosave<UpdateEventRequest, EventDetail>({ send: edit.send, versionOf: (saved) => saved.version, now }, first.ground.version);
  });
  useEffect(() =>
    autosave.listen({
      onState: listener.onState,
      onSaved: (saved) => {
        client.setQueryData(eventQuery(event.id).queryKey, saved);
        void client.invalidateQueries({ queryKey: ['events'] });
        listener.onSaved(asWritten(saved));
      },
    }),
  );
  const pause = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  return {
    pause,
    lastWord: edit.lastWord,
    waits: () => timer.current !== undefined,
    soon: (save: () => Promise<boolean>): void => {
      pause();
      timer.current = setTimeout(() => void save(), PAUSE_MS);
    },
    save: (patch: UpdateEventRequest) => autosave.save(patch),
    rebase: (theirs: EventDetail): void => {
      autosave.rebase(theirs.version);
      edit.rebase(theirs);
    },
  };
}

/** What was typed in the last second is sent when the page is left, also when the tab goes. */
export function useLastWord(save: () => Promise<boolean>, line: ReturnType<typeof useLine>): void {
  const last = useRef(save);
  const way = useRef(line);
  useEffect(() => {
    last.current = save;
    way.current = line;
  });
  useEffect(() => {
    const sendNow = (): void => {
      if (way.current.waits()) void last.current();
    };
    const goodbye = (): void => way.current.lastWord(sendNow);
    window.addEventListener('pagehide', goodbye);
    return () => {
      window.removeEventListener('pagehide', goodbye);
      sendNow();
    };
  }, []);
}

/** What could not be sent goes out by itself: when the line is back, when a page is opened again, and now and then while the server is away. */
export function useRetry(save: () => Promise<boolean>, state: SaveState, restored: boolean): void {
  const again = useRef(save);
  const begun = useRef(false);
  useEffect(() => {
    again.current = save;
  });
  useEffect(() => {
    if (restored && !begun.current) void again.current();
    begun.current = true;
    return onlineManager.subscribe((online) => {
      if (online) void again.current();
    });
  }, [restored]);
  const away = state.kind === 'failed' && isPassing(state.error);
  useEffect(() => {
    if (!away) return undefined;
    const timer = setTimeout(() => void again.current(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [away]);
}
