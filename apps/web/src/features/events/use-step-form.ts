import { ProblemError, type EventDetail, type UpdateEventRequest } from '@yoriai/api-client';
import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { isPassing } from '../../app/queries.js';
import { useSession } from '../../app/session.js';
import { sentence } from '../../i18n.js';
import { fieldSentences } from '../../ui/use-act.js';
import { Autosave, type SaveState } from './autosave.js';
import { changedFields, groundOf, isDetail, isPageDraft, mergingEdit, resume, threeWay, type Ground, type PageDraft } from './merge.js';
import { eventQuery } from './queries.js';
import { adoptKeys } from './rows.js';
import type { QuestionStep } from './steps.js';
import { draftName } from './unsent.js';
import { boxOf, readStep, sendable, valuesOf, type Reading, type Values } from './values.js';

/** A pause in typing after which a page saves itself. */
const PAUSE_MS = 1_200;
/** A server that is away is asked again after this long. */
const AGAIN_MS = 20_000;

export interface StepForm {
  readonly values: Values;
  /** The fields that I changed. */
  readonly mine: UpdateEventRequest;
  readonly set: (name: string, value: string) => void;
  /** Puts other rows in place of all boxes: a row was added or taken away. */
  readonly replace: (values: Values) => void;
  /** Grows when boxes were filled by somebody else, so that boxes that keep their own text start anew. */
  readonly shape: number;
  /** Sentences by box; shown once 次へ was pressed. */
  readonly errors: Readonly<Record<string, string>>;
  readonly state: SaveState;
  readonly pressed: boolean;
  /** What was typed before a break was brought back. */
  readonly restored: boolean;
  /** What somebody else wrote over the same field; nothing is saved until one of the two is chosen. */
  readonly collision: EventDetail | undefined;
  /** Saves now; answers whether the page may be left. */
  readonly finish: () => Promise<boolean>;
  /** After a collision: my text on top of theirs. */
  readonly overwrite: (theirs: EventDetail) => void;
  /** After a collision: their text in place of mine. */
  readonly takeTheirs: (theirs: EventDetail) => void;
}

/** The boxes of a page and their saving. The draft in this tab goes when the server has the text. */
export function useStepForm(event: EventDetail, step: QuestionStep): StepForm {
  const boxes = useBoxes(event, step);
  const { values } = boxes;
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: undefined });
  const [pressed, setPressed] = useState(false);
  const collision = useRef<EventDetail>(undefined);
  const reading = useMemo(() => readStep(step, values, event), [step, values, event]);
  const line = useLine(event, step, boxes.first, (next) => {
    if (next.kind === 'failed') collision.current = theirsIn(next.error);
    setState(next.kind === 'saved' && boxes.isWrong() ? { kind: 'incomplete' } : next);
  });
  line.onSaved.current = (saved) => {
    if (boxes.settle(saved)) dropDraft(boxes.name);
    else boxes.keep();
  };

  const save = (): Promise<boolean> => {
    line.pause();
    if (collision.current) return Promise.resolve(false);
    const patch = boxes.unsent();
    const wrong = boxes.isWrong();
    if (Object.keys(patch).length > 0) return line.save(patch).then((saved) => saved && !wrong);
    setState((last) => (wrong ? { kind: 'incomplete' } : last.kind === 'saved' || last.kind === 'saving' ? last : { kind: 'saved', at: undefined }));
    if (!wrong) dropDraft(boxes.name);
    return Promise.resolve(!wrong);
  };
  const type = (next: Values): void => {
    boxes.put(next);
    boxes.keep();
    if (collision.current) return;
    setState({ kind: 'typing' });
    line.soon(save);
  };
  useLastWord(save, line);
  useRetry(save, state, boxes.restored);

  const choose = (theirs: EventDetail, act: () => void): void => {
    collision.current = undefined;
    line.rebase(theirs);
    act();
  };
  return {
    ...{ values, state, pressed },
    mine: changedFields(boxes.ground.fields, reading.patch),
    shape: boxes.shape,
    restored: boxes.restored,
    collision: state.kind === 'failed' ? theirsIn(state.error) : undefined,
    set: (box, value) => type({ ...boxes.now(), [box]: value }),
    replace: type,
    errors: pressed ? errorsOf(step, reading, state) : {},
    finish: () => {
      setPressed(true);
      return save();
    },
    overwrite: (theirs) =>
      choose(theirs, () => {
        boxes.settle(theirs);
        void save();
      }),
    takeTheirs: (theirs) =>
      choose(theirs, () => {
        boxes.take(theirs);
        setState({ kind: 'saved', at: undefined });
        dropDraft(boxes.name);
      }),
  };
}

/** The event that stands in the way, when that is what went wrong. */
function theirsIn(error: unknown): EventDetail | undefined {
  return error instanceof ProblemError && error.status === 412 && isDetail(error.current) ? error.current : undefined;
}

/** What stands in the boxes, at first what was typed before a break or what the server has. */
function useBoxes(event: EventDetail, step: QuestionStep) {
  const name = draftName(event.id, step);
  const [kept] = useState(() => {
    const found = readDraft<unknown>(name);
    return isPageDraft(found) ? resume(step, event, found) : undefined;
  });
  const [first] = useState<PageDraft>(() => kept ?? { ground: groundOf(step, event), values: valuesOf(step, event) });
  const [values, setValues] = useState<Values>(first.values);
  const [ground, setGround] = useState<Ground>(first.ground);
  const [shape, setShape] = useState(0);
  const latest = useRef(first);
  const read = (): Reading => readStep(step, latest.current.values, event);
  const put = (next: Values): void => {
    latest.current = { ...latest.current, values: next };
    setValues(next);
  };
  const settleOn = (saved: EventDetail, next: Values): void => {
    const merged = next !== latest.current.values;
    latest.current = { ground: groundOf(step, saved), values: next };
    setGround(latest.current.ground);
    setValues(next);
    if (merged && step === 'when') setShape((last) => last + 1);
  };
  const unsent = (): UpdateEventRequest => changedFields(latest.current.ground.fields, sendable(read()));
  return {
    ...{ name, values, ground, shape, first, put, unsent },
    restored: kept !== undefined,
    now: () => latest.current.values,
    isWrong: () => Object.keys(read().errors).length > 0,
    keep: () => keepDraft(name, latest.current),
    /** Takes what the server has as the new ground; answers whether nothing typed is left to send. */
    settle: (saved: EventDetail): boolean => {
      const mine = latest.current.values;
      const adopted = step === 'places' || step === 'duties' ? adoptKeys(mine, saved) : mine;
      const merged = threeWay(latest.current.ground.values, adopted, valuesOf(step, saved));
      settleOn(saved, Object.keys(merged).every((box) => merged[box] === mine[box]) ? mine : merged);
      return Object.keys(unsent()).length === 0 && Object.keys(read().errors).length === 0;
    },
    take: (theirs: EventDetail): void => settleOn(theirs, valuesOf(step, theirs)),
  };
}

/** What is wrong: what can be seen here at once, else what the server said. */
function errorsOf(step: QuestionStep, reading: Reading, state: SaveState): Record<string, string> {
  const here = Object.entries(reading.errors).map(([box, code]) => [box, sentence(code)] as const);
  if (here.length > 0) return Object.fromEntries(here);
  if (state.kind !== 'failed' || !(state.error instanceof ProblemError)) return {};
  return Object.fromEntries(Object.entries(fieldSentences(state.error)).map(([field, text]) => [boxOf(step, field), text]));
}

/** The way to the server, with its pause after typing. */
function useLine(event: EventDetail, step: QuestionStep, first: PageDraft, onState: (state: SaveState) => void) {
  const client = useQueryClient();
  const { clockOffset } = useSession();
  const leaving = useRef(false);
  const onSaved = useRef<(saved: EventDetail) => void>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [edit] = useState(() => mergingEdit(event, step, first.ground.fields, () => leaving.current));
  const [autosave] = useState(() => {
    const now = (): Date => new Date(Date.now() + clockOffset);
    return new Autosave<UpdateEventRequest, EventDetail>({ send: edit.send, versionOf: (saved) => saved.version, now }, first.ground.version);
  });
  useEffect(() =>
    autosave.listen({
      onState,
      onSaved: (saved) => {
        client.setQueryData(eventQuery(event.id).queryKey, saved);
        void client.invalidateQueries({ queryKey: ['events'] });
        onSaved.current?.(saved);
      },
    }),
  );
  const pause = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  return {
    ...{ onSaved, leaving, pause },
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
function useLastWord(save: () => Promise<boolean>, line: ReturnType<typeof useLine>): void {
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
    const goodbye = (): void => {
      way.current.leaving.current = true;
      sendNow();
      way.current.leaving.current = false;
    };
    window.addEventListener('pagehide', goodbye);
    return () => {
      window.removeEventListener('pagehide', goodbye);
      sendNow();
    };
  }, []);
}

/** What could not be sent goes out by itself: when the line is back, when a page is opened again, and now and then while the server is away. */
function useRetry(save: () => Promise<boolean>, state: SaveState, restored: boolean): void {
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
