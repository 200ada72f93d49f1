/**
 * What agreement and disagreement weigh (trọng số so khớp), per mille. Our own parameters and no law: all are inferred, from how
 * Vietnamese names are written and what registers confuse. A change here changes who is suspected, never what is decided.
 */

/** What each part of a name weighs against the others. */
export const PART_WEIGHTS = { surname: 3, middle: 2, given: 4 } as const;

/** Middle names that say hardly more than the sex (chữ đệm văn, thị); a register may leave them out. Bare. */
export const FILLERS: readonly string[] = ['van', 'thi'];

/** What a difference takes from its own word, of a thousand. */
export const WORD_COSTS = {
  /** Lý, Lí. */
  'i-for-y': 60,
  /** đ, d. */
  'd-for-đ': 150,
  /** Dũng, Dung: one of the two has no tone. */
  'tone-lost': 250,
  /** Hân, Han: one of the two has no mark there. */
  'marks-lost': 250,
  /** Hoà, Hoá. */
  'tone-differs': 550,
  /** Thơ, Thô. */
  'marks-differ': 550,
  /** One slip of the typist in a word long enough. */
  slip: 650,
  /** In a short word one letter makes another name: An, Anh. */
  'slip-in-short-word': 800,
  /** N. for Nguyễn. */
  initial: 350,
  /** Two words in one: Minjun, Min jun. */
  'words-joined': 120,
  'middle-missing': 350,
  'filler-missing': 200,
  /** On top of two that are missing, where each has a middle name which the other has not. */
  'middle-differs': 300,
  'word-differs': 1_000,
  'word-missing': 1_000,
} as const;

/** Most that a word with the same bare letters may cost. */
export const SAME_LETTERS_AT_MOST = 600;
/** Most that lost marks may take from a whole name: systems without Vietnamese letters lose all of them at once. */
export const LOSSES_AT_MOST = 200;
/** Taken where one register writes the given name first, or the surname last. */
export const WORD_ORDER = 60;
/** Letters from which on a word counts as long enough for a slip. */
export const LONG_WORD = 4;

/** What each observation about two people adds, per mille. */
export const PERSON_POINTS = {
  'number-equal': 600,
  /** A number that was cancelled and replaced. */
  'number-former': 400,
  'number-one-slip': 250,
  'number-absent': 0,
  'number-differs': -100,
  'name-equal': 220,
  'name-close': 170,
  'name-similar': 110,
  'name-doubtful': 40,
  'name-weak': -80,
  'name-differs': -350,
  'name-absent': 0,
  'born-equal': 180,
  'born-day-month-swapped': 110,
  'born-one-digit': 70,
  'born-year-only': 70,
  'born-same-year': -60,
  'born-differs': -300,
  'born-absent': 0,
  'sex-equal': 20,
  'sex-differs': -150,
  'sex-absent': 0,
  'place-equal': 60,
  'place-merged': 50,
  'place-differs': -20,
  'place-absent': 0,
  'mother-agrees': 60,
  'mother-differs': -100,
  'mother-absent': 0,
  'father-agrees': 60,
  'father-differs': -100,
  'father-absent': 0,
  /** Twins are two people though all else is equal: as much as everything else together. */
  twins: -1_200,
} as const;

/** Least score of a name for each word about it; below the last it differs. */
export const NAME_BANDS = [
  [1_000, 'name-equal'],
  [900, 'name-close'],
  [800, 'name-similar'],
  [700, 'name-doubtful'],
  [600, 'name-weak'],
] as const;

/** A parent's name agrees from here on. */
export const PARENT_AGREES = 800;

/** Least score for each verdict; below the last the two are different. */
export const THRESHOLDS = { same: 750, likely: 420, unlikely: 200 } as const;
