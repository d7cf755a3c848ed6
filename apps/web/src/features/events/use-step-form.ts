import { ProblemError, type EventDetail, type UpdateEventRequest } from '@yoriai/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { useSession } from '../../app/session.js';
import { sentence } from '../../i18n.js';
import { fieldSentences } from '../../ui/use-act.js';
import { Autosave, type SaveState } from './autosave.js';
import { changedFields, fieldsIn, mergingEdit } from './merge.js';
import { eventQuery } from './queries.js';
import { adoptKeys } from './rows.js';
import type { QuestionStep } from './steps.js';
import { boxOf, readStep, valuesOf, type Reading, type Values } from './values.js';

/** A pause in typing after which a page saves itself. */
const PAUSE_MS = 1_200;

export interface StepForm {
  readonly values: Values;
  /** The fields that I changed. */
  readonly mine: UpdateEventRequest;
  readonly set: (name: string, value: string) => void;
  /** Puts other rows in place of all boxes: a row was added or taken away. */
  readonly replace: (values: Values) => void;
  /** Grows when rows were replaced, so that boxes that keep their own text start anew. */
  readonly shape: number;
  /** Sentences by box; shown once 次へ was pressed. */
  readonly errors: Readonly<Record<string, string>>;
  readonly state: SaveState;
  readonly pressed: boolean;
  /** What was typed before a break was brought back. */
  readonly restored: boolean;
  /** Saves now; answers whether the page may be left. */
  readonly finish: () => Promise<boolean>;
  /** After a collision: my text on top of theirs. */
  readonly overwrite: (version: number) => void;
  /** After a collision: their text in place of mine. */
  readonly takeTheirs: (theirs: EventDetail) => void;
}

/** The boxes of a page and their saving. The draft in this tab goes when the server has the text. */
export function useStepForm(event: EventDetail, step: QuestionStep): StepForm {
  const boxes = useBoxes(event, step);
  const { values, put, name } = boxes;
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: undefined });
  const [pressed, setPressed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reading = useMemo(() => readStep(step, values, event), [step, values, event]);
  const autosave = useAutosave(event, step, setState, (saved) => {
    if (step === 'places' || step === 'duties') put(adoptKeys(boxes.now(), saved));
    if (boxes.settle(saved)) dropDraft(name);
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = (): Promise<boolean> => {
    clearTimeout(timer.current);
    const now = readStep(step, boxes.now(), event);
    if (Object.keys(now.errors).length > 0) return Promise.resolve(false);
    const patch = changedFields(boxes.ground(), now.patch);
    return Object.keys(patch).length > 0 ? autosave.save(patch) : Promise.resolve(true);
  };
  const type = (next: Values, reshaped = false): void => {
    put(next, reshaped);
    keepDraft(name, next);
    setState({ kind: 'typing' });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE_MS);
  };

  return {
    ...{ values, state, pressed },
    mine: changedFields(boxes.base, reading.patch),
    shape: boxes.shape,
    restored: boxes.restored,
    set: (box, value) => type({ ...boxes.now(), [box]: value }),
    replace: (next) => type(next, true),
    errors: pressed ? errorsOf(step, reading, state) : {},
    finish: () => {
      setPressed(true);
      return save();
    },
    overwrite: (version) => {
      autosave.rebase(version);
      boxes.takeRest();
      void save();
    },
    takeTheirs: (theirs) => {
      autosave.rebase(theirs.version);
      put(valuesOf(step, theirs), true);
      boxes.settle(theirs);
      setState({ kind: 'saved', at: undefined });
      dropDraft(name);
    },
  };
}

/** What stands in the boxes, at first what was typed before a break or what the server has. */
function useBoxes(event: EventDetail, step: QuestionStep) {
  const name = `event/${event.id}/${step}`;
  const [kept] = useState(() => readDraft<Values>(name));
  const [values, setValues] = useState<Values>(() => kept ?? valuesOf(step, event));
  const [shape, setShape] = useState(0);
  const [base, setBase] = useState(() => fieldsIn(step, event));
  const latest = useRef(values);
  const server = useRef(base);
  const taking = useRef(false);
  const put = (next: Values, reshaped = false): void => {
    latest.current = next;
    setValues(next);
    if (reshaped) setShape((last) => last + 1);
  };
  /** Takes what the server has as the new ground; answers whether nothing typed is left to send. */
  const settle = (saved: EventDetail): boolean => {
    server.current = fieldsIn(step, saved);
    setBase(server.current);
    if (taking.current) put(valuesOf(step, saved), true);
    taking.current = false;
    return Object.keys(changedFields(server.current, readStep(step, latest.current, saved).patch)).length === 0;
  };
  return {
    ...{ name, values, put, shape, base, settle },
    restored: kept !== undefined,
    now: () => latest.current,
    ground: () => server.current,
    /** After the next save the boxes show what then stands there, so that somebody's other fields are kept. */
    takeRest: () => void (taking.current = true),
  };
}

/** What is wrong: what can be seen here at once, else what the server said. */
function errorsOf(step: QuestionStep, reading: Reading, state: SaveState): Record<string, string> {
  const here = Object.entries(reading.errors).map(([box, code]) => [box, sentence(code)] as const);
  if (here.length > 0) return Object.fromEntries(here);
  if (state.kind !== 'failed' || !(state.error instanceof ProblemError)) return {};
  return Object.fromEntries(Object.entries(fieldSentences(state.error)).map(([field, text]) => [boxOf(step, field), text]));
}

function useAutosave(
  event: EventDetail,
  step: QuestionStep,
  onState: (state: SaveState) => void,
  onSaved: (saved: EventDetail) => void,
): Autosave<UpdateEventRequest, EventDetail> {
  const client = useQueryClient();
  const { clockOffset } = useSession();
  const [autosave] = useState(
    () =>
      new Autosave<UpdateEventRequest, EventDetail>(
        { send: mergingEdit(event, step), versionOf: (saved) => saved.version, now: () => new Date(Date.now() + clockOffset) },
        event.version,
      ),
  );
  useEffect(() =>
    autosave.listen({
      onState,
      onSaved: (saved) => {
        client.setQueryData(eventQuery(event.id).queryKey, saved);
        void client.invalidateQueries({ queryKey: ['events'] });
        onSaved(saved);
      },
    }),
  );
  return autosave;
}
