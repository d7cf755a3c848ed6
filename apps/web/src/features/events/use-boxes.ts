import type { EventDetail, UpdateEventRequest } from '@yoriai/api-client';
import { useRef, useState } from 'react';
import { keepDraft, readDraft } from '../../app/drafts.js';
import { changedFields, groundOf, isPageDraft, resume, threeWay, type Ground, type PageDraft } from './merge.js';
import { adoptKeys } from './rows.js';
import type { QuestionStep } from './steps.js';
import { draftName } from './unsent.js';
import { readStep, sendable, valuesOf, type Reading, type Values } from './values.js';

/** What stands in the boxes, at first what was typed before a break or what the server has. */
export function useBoxes(event: EventDetail, step: QuestionStep) {
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

/** What {@link useBoxes} gives. */
export type Boxes = ReturnType<typeof useBoxes>;
