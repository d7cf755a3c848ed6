/** What stands in place of a name that was removed, by the clock or by hand (docs/operating.md), and of its reading. */
export const FORGOTTEN_NAME = '（消しました）';
export const FORGOTTEN_KANA = 'けしました';
/** Where an address has to stand and none is known any more: nobody can be written to there. */
export const ERASED_EMAIL = 'erased@invalid.invalid';
