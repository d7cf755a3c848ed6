import { expect, it } from '@jest/globals';
import { ConfirmedButton } from './confirmed-button.js';

/** React keeps what somebody pressed as long as the key stays. */
const keyOf = (label: string): string | null => ConfirmedButton({ label, onYes: () => undefined }).key;

it('asks anew once its question is another: a press too many answers nothing that was not asked', () => {
  expect(keyOf('この取組を終わりにする')).not.toBe(keyOf('この取組をまたはじめる'));
  expect(keyOf('この取組を終わりにする')).toBe(keyOf('この取組を終わりにする'));
});
