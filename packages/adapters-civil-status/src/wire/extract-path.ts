/** Where the register gives out extracts, below its base address; book and number stand in the query. */
export const EXTRACTS = '/extracts';
/** The type of the problem that says there is none under that number. */
export const NO_SUCH_EXTRACT = 'no-such-extract';
