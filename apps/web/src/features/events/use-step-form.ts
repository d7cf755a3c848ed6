import { ProblemError, type EventDetail, type UpdateEventRequest } from '@yoriai/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { useSession } from '../../app/session.js';
import { sentence } from '../../i18n.js';
import { fieldSentences } from '../../ui/use-act.js';
import { Autosave, type SaveState } from './autosave.js';
import { eventQuery } from './queries.js';
import { adoptKeys } from './rows.js';
import type { QuestionStep } from './steps.js';
import { boxOf, readStep, valuesOf, type Reading, type Values } from './values.js';
import { sendEdit } from './send-edit.js';

/** A pause in typing after which a page saves itself. */
const PAUSE_MS = 1_200;

export interface StepForm {
  readonly values: Values;
  readonly reading: Reading;
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
  const name = `event/${event.id}/${step}`;
  const [kept] = useState(() => readDraft<Values>(name));
  const [values, setValues] = useState<Values>(() => kept ?? valuesOf(step, event));
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: undefined });
  const [pressed, setPressed] = useState(false);
  const [shape, setShape] = useState(0);
  const latest = useRef(values);
  const touched = useRef(kept !== undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const autosave = useAutosave(event, setState, (saved, sent) => {
    if (step === 'places' || step === 'duties') {
      latest.current = adoptKeys(latest.current, saved);
      setValues(latest.current);
    }
    if (JSON.stringify(sent) === JSON.stringify(readStep(step, latest.current, saved).patch)) dropDraft(name);
  });
  const reading = useMemo(() => readStep(step, values, event), [step, values, event]);

  const save = (): Promise<boolean> => {
    clearTimeout(timer.current);
    const now = readStep(step, latest.current, event);
    if (Object.keys(now.errors).length > 0) return Promise.resolve(false);
    if (!touched.current) return Promise.resolve(true);
    return autosave.save(now.patch);
  };
  const replace = (next: Values): void => {
    latest.current = next;
    touched.current = true;
    setValues(next);
    setState({ kind: 'typing' });
    keepDraft(name, next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    values,
    reading,
    set: (box, value) => replace({ ...latest.current, [box]: value }),
    replace: (next) => {
      setShape((last) => last + 1);
      replace(next);
    },
    shape,
    errors: pressed ? errorsOf(step, reading, state) : {},
    state,
    pressed,
    restored: kept !== undefined,
    finish: () => {
      setPressed(true);
      return save();
    },
    overwrite: (version) => {
      autosave.rebase(version);
      void save();
    },
    takeTheirs: (theirs) => {
      autosave.rebase(theirs.version);
      latest.current = valuesOf(step, theirs);
      setValues(latest.current);
      setShape((last) => last + 1);
      setState({ kind: 'saved', at: undefined });
      dropDraft(name);
    },
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
  onState: (state: SaveState) => void,
  onSaved: (saved: EventDetail, sent: UpdateEventRequest) => void,
): Autosave<UpdateEventRequest, EventDetail> {
  const client = useQueryClient();
  const { clockOffset } = useSession();
  const saved = useRef(onSaved);
  useEffect(() => {
    saved.current = onSaved;
  });
  const [autosave] = useState(() => {
    const send = sendEdit(event.id);
    return new Autosave<UpdateEventRequest, EventDetail>(
      {
        send: async (patch, version) => {
          const answer = await send(patch, version);
          saved.current(answer, patch);
          return answer;
        },
        versionOf: (answer) => answer.version,
        onState,
        onSaved: (answer) => {
          client.setQueryData(eventQuery(event.id).queryKey, answer);
          void client.invalidateQueries({ queryKey: ['events'] });
        },
        now: () => new Date(Date.now() + clockOffset),
      },
      event.version,
    );
  });
  return autosave;
}
