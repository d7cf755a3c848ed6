import { ProblemError, type EventDetail, type UpdateEventRequest } from '@yoriai/api-client';
import { useMemo, useRef, useState } from 'react';
import { dropDraft } from '../../app/drafts.js';
import { sentence } from '../../i18n.js';
import { fieldSentences } from '../../ui/use-act.js';
import type { SaveState } from './autosave.js';
import { changedFields, isDetail } from './merge.js';
import type { QuestionStep } from './steps.js';
import { useBoxes, type Boxes } from './use-boxes.js';
import { useLastWord, useLine, useRetry } from './use-line.js';
import { asWritten } from './writing.js';
import { boxOf, readStep, type Reading, type Values } from './values.js';

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
  const [pressed, setPressed] = useState(false);
  const reading = useMemo(() => readStep(step, values, event), [step, values, event]);
  const { state, save, soon, choose } = useSaving(event, step, boxes);
  const type = (next: Values): void => {
    boxes.put(next);
    boxes.keep();
    soon();
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
    overwrite: (theirs) => {
      choose(theirs);
      boxes.settle(theirs);
      void save();
    },
    takeTheirs: (theirs) => {
      choose(theirs);
      boxes.take(theirs);
      dropDraft(boxes.name);
    },
  };
}

/** Saving by itself, up to a collision; from there on only when the person has chosen. */
function useSaving(event: EventDetail, step: QuestionStep, boxes: Boxes) {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: undefined });
  const collision = useRef<EventDetail>(undefined);
  const line = useLine(event, step, boxes.first, {
    onState: (next) => {
      if (next.kind === 'failed') collision.current = theirsIn(next.error);
      setState((last) => {
        if (next.kind === 'saving' && last.kind === 'failed') return { kind: 'saving', after: last.error };
        return next.kind === 'saved' && boxes.isWrong() ? { kind: 'incomplete' } : next;
      });
    },
    onSaved: (saved) => {
      if (boxes.settle(saved)) dropDraft(boxes.name);
      else boxes.keep();
    },
  });
  const save = (): Promise<boolean> => {
    line.pause();
    if (collision.current) return Promise.resolve(false);
    const [patch, wrong] = [boxes.unsent(), boxes.isWrong()];
    if (Object.keys(patch).length > 0) return line.save(patch).then((saved) => saved && !wrong);
    setState((last) => (wrong ? { kind: 'incomplete' } : last.kind === 'saved' || last.kind === 'saving' ? last : { kind: 'saved', at: undefined }));
    if (!wrong) dropDraft(boxes.name);
    return Promise.resolve(!wrong);
  };
  useLastWord(save, line);
  useRetry(save, state, boxes.restored);
  return {
    ...{ state, save },
    soon: (): void => {
      if (collision.current) return;
      setState({ kind: 'typing' });
      line.soon(save);
    },
    choose: (theirs: EventDetail): void => {
      collision.current = undefined;
      line.rebase(theirs);
      setState({ kind: 'saved', at: undefined });
    },
  };
}

/** The event that stands in the way, when that is what went wrong. */
function theirsIn(error: unknown): EventDetail | undefined {
  return error instanceof ProblemError && error.status === 412 && isDetail(error.current) ? asWritten(error.current) : undefined;
}

/** What is wrong: what can be seen here at once, else what the server said. */
function errorsOf(step: QuestionStep, reading: Reading, state: SaveState): Record<string, string> {
  const here = Object.entries(reading.errors).map(([box, code]) => [box, sentence(code)] as const);
  if (here.length > 0) return Object.fromEntries(here);
  if (state.kind !== 'failed' || !(state.error instanceof ProblemError)) return {};
  return Object.fromEntries(Object.entries(fieldSentences(state.error)).map(([field, text]) => [boxOf(step, field), text]));
}
